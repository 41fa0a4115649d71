import { createTranslator } from 'next-intl';
import { ConfirmationNeeded, Refused } from '@/lib/data/access/errors';
import type { NewMail } from '@/lib/data/mail/outbox';
import type { AuditAction } from '@/lib/domain/access/audit';
import type { HoldReason } from '@/lib/domain/filing/hold';
import { errorKey, type FieldErrors, required } from '@/lib/domain/text';
import { en } from '@/lib/messages/catalogue';
import { refuse } from '@/lib/web/action/outcome';

/** Never run. Every line must fail to compile, for `tsc` reports an expected error that does not come. */
export function unknownKeys(): unknown[] {
  const t = createTranslator({ locale: 'en', messages: en, namespace: 'errors' });
  return [
    // @ts-expect-error no such text
    t('noSuchKey'),
    // @ts-expect-error no such text
    new Refused('noSuchKey'),
    // @ts-expect-error no such act
    new ConfirmationNeeded('no such act'),
    // @ts-expect-error no such text
    errorKey('noSuchKey'),
    // @ts-expect-error no such text
    required('noSuchKey'),
    // @ts-expect-error no such text
    refuse('noSuchKey'),
    // @ts-expect-error no such text
    refuse({ field: 'noSuchKey' }),
    // @ts-expect-error no such text
    { field: 'noSuchKey' } satisfies FieldErrors,
    // @ts-expect-error no such action
    'lose filing' satisfies AuditAction,
    // @ts-expect-error no such reason
    'no reason' satisfies HoldReason,
    // @ts-expect-error no such kind
    'claim-lost' satisfies NewMail['kind'],
  ];
}
