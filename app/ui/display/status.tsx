const looks = {
  draft: 'border-grey-60 bg-grey-5',
  received: 'border-information bg-information-light',
  issued: 'border-success bg-success-light',
  held: 'border-alert bg-alert-light',
  withdrawn: 'border-grey-60 bg-grey-5',
};

/** A state, in words first and colour second. */
export function Status({ state, children }: { state: keyof typeof looks; children: string }) {
  return (
    <strong className={`inline-block whitespace-nowrap border-l-4 px-2 py-0.5 font-semibold ${looks[state]}`}>
      {children}
    </strong>
  );
}
