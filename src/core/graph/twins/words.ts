import { MONTHS as MONTH_WORDS } from '../../englishDates';

/*
 * Tables of general office English. Words are compared by their stems, so one form of each is enough.
 */

export const wordsOf = (text: string): string[] => text.trim().split(/\s+/);
const rowsOf = (text: string): string[][] => text.trim().split('\n').map(wordsOf);

/** Words that say nothing about what a task is about: function words, weak verbs, days of the week. */
export const STOP_WORDS: readonly string[] = wordsOf(`
a an the this that these those it they them their he she her him his we us our you your i my me who which what
whom whose one and or nor but if whether while when where how why because since so than then as at by for from in
into of off on onto out over per through to toward under up upon via with within without about above across
after again against along among around before behind below between beyond during until till is are was were be been
am do did have has had will would shall should can could may might must need
no not never also just only very more most much many some any all each every both either other another such same own
further etc eg ie s t re d ll ve m here there now still yet already soon once asap please first e g
get got make made go went come came set put take took let ensure sure give gave given help work use try
want like well bring able back forward ahead down together everything anything something everybody
everyone anyone someone somebody regarding concern relate base include accord
mention require possible necessary relevant current
provide chase continue finish finalise complete afterwards remain outstanding miss overdue mid ms mr mrs dr
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today tomorrow
`);

/** Words that nearly every vault is full of: each weighs little. */
export const COMMON_WORDS: readonly string[] = wordsOf(`
figure date meeting team customer project plan document file information detail item task action point note list topic question
issue thing part way step process status version week day month year time call session email message
proposal deck report summary input result idea option person people group company
member close end new next last final initial full open different additional good clear 
short internal external key main important deadline start begin change
business area level case number lead 
latest old second hold perform run add
`);

/** Each row is one thing in several words; the first stands for all. */
export const SYNONYMS: readonly string[][] = rowsOf(`
deck slide presentation
figure metric number
audit auditor
contract agreement
quote offer quotation bid
customer client
photo image
issue problem error bug
price pricing cost
close end conclude
ad advert advertisement advertising posting
specification spec
database db
lab laboratory
lawyer counsel
supplier vendor
invoice bill
site location
website webpage homepage
clean tidy
`);

/**
 * What kinds of step there are, and the words for each. The letter is the phase: whoever has done the one phase has not
 * done the other. A word in several rows may mean either.
 */
export const STEPS: readonly string[][] = rowsOf(`
d send sent return share receive circulate distribute deliver submit supply dispatch hand apply register forward
m draft write written prepare ready create produce sketch compile build develop outline summarise document define propose setup
m update refresh revise edit adjust amend mend improve rewrite fix correct repair resolve replace swap switch migrate move transfer relocate raise increase
+ increase raise expand
- reduce decrease lower cut
r review check read verify validate examine inspect assess evaluate comment investigate analyse look feedback proofread screen correction
s approve sign authorise signature approval
q ask request
q clarify confirm inquire align agree ask
u publish release ship
n announce inform notify tell communicate remind reminder brief
t meet discuss talk speak discussion negotiate
p plan organise arrange schedule coordinate setup prepare
j invite invitation
x answer reply respond response
a attend join participate
i introduce introduction connect intro
b buy bought order purchase procure book reserve hire charter commission rent engage recruit
w renew extend prolong renewal extension
r test trial
c cancel stop remove delete drop wipe erase terminate disable withhold
y pay paid settle payment
g collect gather pull extract obtain
r compare benchmark comparison
k calculate compute estimate measure calculation
l install launch deploy implement enable enforce activate
o interview
v visit
e train onboard teach training
g select choose chosen pick find
f translate translation
`);

/** Phases that a sentence about them does not leave unsaid. */
export const DECISIVE = 'sc';

/** Phases that make another thing of a thing. */
export const MAKING = 'f';

/** Phases that hand over what another phase made. */
export const HANDING = 'du';

/** Pairs of phases that may be one after all. */
export const SAME_PHASES: readonly string[] = wordsOf(`
mg mq ml rq tp bp gb dj du dl km kr kq gq ul tq jp
`);

/** Words that name a step only where a sentence begins with them → that step, which begins the row. */
export const LEADING_STEPS: ReadonlyMap<string, string> = new Map(
  rowsOf(`
meet call phone
send email mail file
announce present show demo
draft report record list log design
`).flatMap(([step = '', ...words]) => words.map(word => [word, step] as const)),
);

/** Two words that say what one says. */
export const PHRASES: ReadonlyMap<string, string> = new Map(
  `
take part=attend
put together=prepare
write up=write
write to=inform
find out=clarify
look at=review
look for=find
go through=review
go over=review
sign off=approve
call off=cancel
hand in=submit
work out=calculate
try out=test
clean up=clean
follow up=chase
set up=setup
draw up=prepare
switch off=disable
hold back=withhold
turn down=decline
`
    .trim()
    .split('\n')
    .map(row => row.split('=') as [string, string]),
);

const NUMBERS = wordsOf(`
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty`);
const TENS = wordsOf('twenty thirty forty fifty sixty seventy eighty ninety hundred');
const NTH = wordsOf('zeroth first second third fourth fifth sixth seventh eighth ninth tenth');

/** Number words → what they count; `one` and `first` are hardly ever meant as numbers. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...NUMBERS.map((word, i) => [word, i] as const).filter(([, i]) => i !== 1),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...NTH.map((word, i) => [word, i] as const).filter(([, i]) => i > 1),
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map(NTH.map((word, i) => [word, i]));

/** Three letters tell a month; whoever writes `mar` for something else writes it small. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.entries(MONTH_WORDS).flatMap(([names, month]) =>
    names.split('|').map(name => [name, month] as const),
  ),
);
