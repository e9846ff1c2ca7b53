import { Link } from '@tanstack/react-router';
import type { Named } from '../decisions/decision-dialog';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import type { CaseCourse } from '../http/answers';
import { useApi } from '../http/use-api';
import { May } from '../session/may';
import { PauseButton } from './pause-button';
import { ProgressButton } from './progress-button';
import { Reserves } from './reserves';
import { dueSentence, roleWords } from './term-words';
import { TimeLeft } from './time-left';

interface CaseCourseCardProps {
  readonly id: string;
  /** The home, while nobody has reviewed the proposal; null: it is promised or over. */
  readonly openHome: Named | null;
}

/** Until when a proposal can wait, what stands that still, how it goes, and who comes next. */
export function CaseCourseCard({ id, openHome }: CaseCourseCardProps) {
  const course = useApi('/v1/voorstellen/{id}/voortgang', { path: { id } });
  return (
    <Loaded query={course} loading="Het verloop wordt geladen">
      {(data) => (
        <>
          <Card title="Termijn en voortgang">
            <Course course={data} />
          </Card>
          <Reserves course={data} openHome={openHome} />
        </>
      )}
    </Loaded>
  );
}

function Course({ course }: { readonly course: CaseCourse }) {
  const { termijn } = course;
  return (
    <div className="wp-stack wp-stack--tight">
      {course.vervangt === null ? null : (
        <p>
          Dit is een reserve.{' '}
          <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: course.vervangt }}>
            Bekijk het voorstel dat niet doorging
          </Link>
        </p>
      )}
      {termijn === null ? (
        <p>Dit voorstel wacht nergens op.</p>
      ) : (
        <>
          <p>
            Wacht op {roleWords(termijn.wachtOp)}. {dueSentence(termijn)}
          </p>
          <Facts
            facts={[
              ['Tijd over', <TimeLeft key="time" term={termijn} />],
              ['Sinds', formatDate(termijn.sinds)],
              ['Daarna', termijn.gevolg.naam],
              ['Doorgezet naar', termijn.doorgezetNaar && roleWords(termijn.doorgezetNaar)],
              ['Werkwijze', `${termijn.werkwijze.programma}, versie ${termijn.werkwijze.versie}`],
            ]}
            stacked
          />
          <p className="wp-small wp-quiet">{termijn.bron}</p>
          {termijn.stil ? <p>Er is lang niets gehoord. Meld hoe het gaat.</p> : null}
        </>
      )}
      {course.reserveUitkomst === null ? null : <p>{course.reserveUitkomst.naam}.</p>}
      {course.vervangenDoor === null ? null : (
        <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: course.vervangenDoor }}>
          Bekijk het voorstel voor de volgende kandidaat
        </Link>
      )}
      {termijn === null ? null : (
        <>
          <May permission="proposal.report">
            <ProgressButton id={course.id} />
          </May>
          <May permission="proposal.pause">
            <PauseButton course={course} />
          </May>
        </>
      )}
    </div>
  );
}
