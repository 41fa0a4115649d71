import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Select } from '@/app/ui/form/select';
import type { Colleague } from '@/lib/data/filing/desk/assignment';
import type { Work } from '@/lib/data/health/work/queue';
import { colleagueField, type WorkAct, workAct } from '@/lib/domain/health/work';

type Props = { work: Work; name: string; me: string; colleagues: Colleague[] };

/** A button within a row. Its name says which row it is. */
function RowButton({ value, row, children }: { value: string; row: string; children: ReactNode }) {
  return (
    <button
      type="submit"
      name="work"
      value={value}
      className="min-h-11 cursor-pointer whitespace-nowrap rounded border-2 border-link bg-page px-4 font-semibold text-link hover:bg-action-light hover:text-link-hover"
    >
      {children}
      <span className="sr-only"> {row}</span>
    </button>
  );
}

/** The buttons of a row: take it, give it back to all, or give it to a colleague. */
export async function Assigning({ work, name, me, colleagues }: Props) {
  const t = await getTranslations('adminDesk');
  const { kind, id, holder } = work;
  const value = (act: WorkAct['act']) => workAct({ act, kind, id, seen: holder?.id ?? null });
  const others = colleagues.filter((one) => one.id !== me && one.id !== holder?.id);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {holder?.id !== me && (
          <RowButton value={value('take')} row={name}>
            {t('take')}
          </RowButton>
        )}
        {holder && (
          <RowButton value={value('give-back')} row={name}>
            {t('giveBack')}
          </RowButton>
        )}
      </div>
      {others.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-link underline">
            {t('colleague')}
            <span className="sr-only"> {name}</span>
          </summary>
          <Select
            name={colleagueField({ kind, id })}
            label={t('colleague')}
            placeholder={t('chooseColleague')}
            options={others.map((one) => ({ value: one.id, label: one.oneKeyId }))}
            width="full"
            need="unmarked"
          />
          <RowButton value={value('give')} row={name}>
            {t('give')}
          </RowButton>
        </details>
      )}
    </div>
  );
}
