import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { ActionView, RoleView, RowView } from '../../queries/permission-view.ts';
import { COLUMNS } from '../../rules/skeleton.ts';
import { useActionWords } from './action-words.part.tsx';
import css from './permissions.module.css';
import type { loader } from './permissions.page.server.ts';

export { loader } from './permissions.page.server.ts';

/** Who may do what, in words, from the data that the commands themselves ask. */
export default function PermissionsPage() {
  const { t } = usePage();
  const { rows, role, roles } = useLoaderData<typeof loader>();
  const here = '/desk/oversight/permissions';
  return (
    <div className={css.page}>
      <PageHead title={t('oversight.permissions-title')} lead={t('oversight.permissions-lead')} />
      <nav className={css.roles} aria-label={t('oversight.read-by')}>
        <a href={here} aria-current={role ? undefined : 'page'}>
          {t('oversight.whole-table')}
        </a>
        {roles.map((one) => (
          <a key={one} href={`${here}?role=${one}`} aria-current={role?.role === one ? 'page' : undefined}>
            {t(`oversight.role.${one}`)}
          </a>
        ))}
      </nav>
      {role ? <ByRole view={role} /> : <ByAction rows={rows} />}
      <p className="quiet">{t('oversight.permissions-basis')}</p>
    </div>
  );
}

function ByRole({ view }: { view: RoleView }) {
  const { t } = usePage();
  const words = useActionWords();
  const name = t(`oversight.role.${view.role}`);
  return (
    <Section title={t('oversight.role-may', { role: name })}>
      {view.rows.length === 0 && <p>{t('oversight.role-may-nothing', { role: name })}</p>}
      <div className={css.cards}>
        {view.rows.map(({ row, actions }) => (
          <Card key={row} title={t(`oversight.row.${row}`)}>
            <ul className={css.plain}>
              {actions.map(({ module, action, conditions }) => (
                <li key={`${module}.${action}`}>
                  {words(module, action)}
                  <span className="quiet">
                    {conditions.map((one) => t(`oversight.condition.${one}`)).join(t('oversight.or'))}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Section>
  );
}

function ByAction({ rows }: { rows: readonly RowView[] }) {
  const { t } = usePage();
  return (
    <>
      <Section title={t('oversight.brief-table')}>
        <Matrix rows={rows.filter((row) => row.isBrief)} />
      </Section>
      <Section title={t('oversight.further-table')}>
        <Matrix rows={rows.filter((row) => !row.isBrief)} />
      </Section>
      <Section title={t('oversight.by-action')}>
        <p className="quiet">{t('oversight.by-action-lead')}</p>
        <div className={css.cards}>
          {rows
            .filter(({ actions }) => actions.length > 0)
            .map(({ row, actions }) => (
              <Card key={row} title={t(`oversight.row.${row}`)}>
                <dl className={css.actions}>
                  {actions.map((one) => (
                    <WhoMay key={`${one.module}.${one.action}`} action={one} />
                  ))}
                </dl>
              </Card>
            ))}
        </div>
      </Section>
    </>
  );
}

/** Twelve rows and ten columns are read as a table, on paper too. */
function Matrix({ rows }: { rows: readonly RowView[] }) {
  const { t } = usePage();
  return (
    <div className={css.scroll}>
      <table className={css.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('oversight.action-column')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`oversight.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells, isUsed }) => (
            <tr key={row} data-unused={isUsed ? undefined : ''}>
              <th scope="row">
                {t(`oversight.row.${row}`)}
                {!isUsed && <small>{t('oversight.not-there-yet')}</small>}
              </th>
              {cells.map((cell, at) => (
                <td key={COLUMNS[at]} data-yes={cell ? '' : undefined}>
                  {t(cell ? `oversight.cell.${cell}` : 'oversight.cell-no')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** An action with who may do it; roles under the same conditions stand together. */
function WhoMay({ action: { module, action, grants } }: { action: ActionView }) {
  const { t } = usePage();
  const words = useActionWords();
  const conditions = [...new Set(grants.map(({ condition }) => condition))];
  const rolesUnder = (condition: string) => [
    ...new Set(grants.filter((one) => one.condition === condition).map(({ role }) => role)),
  ];
  return (
    <div>
      <dt>{words(module, action)}</dt>
      {conditions.map((condition) => (
        <dd key={condition}>
          {rolesUnder(condition)
            .map((role) => t(`oversight.role.${role}`))
            .join(t('oversight.comma'))}{' '}
          <span className="quiet">{t(`oversight.condition.${condition}`)}</span>
        </dd>
      ))}
    </div>
  );
}
