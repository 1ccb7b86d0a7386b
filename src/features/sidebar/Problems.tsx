import { sortedProblems } from '../../core/query/exportVault';
import { useScreen } from '../../ui/actions';
import { Icon } from '../../ui/Icon';
import { useGraph } from '../../ui/useGraph';
import { LinkButton } from '../../ui/Button';
import { inWords, say } from '../../core/words';

/** Notes that could not be read as they should be: folded away, never in the way. */
export function Problems() {
  const { actions } = useScreen();
  const problems = useGraph(
    graph => sortedProblems(graph.problems()),
    change => change.notes.size > 0,
    [],
  );
  if (problems.length === 0) return null;
  return (
    <details class="rapport-problems">
      <summary>
        <Icon name="alert-triangle" /> {say.problems(problems.length)}
      </summary>
      <ul>
        {problems.map(({ path, line, message }) => (
          <li key={`${path}:${line ?? ''}:${inWords(message)}`}>
            <LinkButton onClick={event => actions.openNote(path, event)}>
              {line === undefined ? path : say.atLine(path, line + 1)}
            </LinkButton>
            <div class="rapport-muted">{inWords(message)}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}
