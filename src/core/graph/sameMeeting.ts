import type { MeetingRecord } from '../records';
import { searchable } from './spellings';

/** Notes that have one of these marks in common are copies of one meeting: one day, and one source or one title. */
export function meetingMarks({ date, sourceRef, title }: MeetingRecord): string[] {
  if (date === null) return [];
  return [sourceRef, searchable(title)].filter(Boolean).map(mark => `${date}\n${mark}`);
}
