import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { type DraftDocument, listDocuments } from '@/lib/data/claim/documents/documents';
import { listSavedParties } from '@/lib/data/claim/saved-parties';
import { usualFields } from '@/lib/domain/claim/draft/usual';
import { type ProposedParty, proposedParties } from '@/lib/domain/claim/proposals/proposals';

/** The claim among a draft's documents, once it has arrived and was accepted. */
export const readyClaim = (documents: readonly DraftDocument[]) =>
  documents.find(({ kind, state }) => kind === 'claim' && state === 'ready');

/** A draft with the PDF of its claim, and the parties that this names and the draft does not. */
export async function openReading(reference: string) {
  const { actor, draft, profile } = await openClaim(reference);
  const [documents, saved] = await Promise.all([listDocuments(actor, reference), listSavedParties(actor)]);
  const document = readyClaim(documents);
  const known = {
    answers: draft.answers,
    contact: profile.contact,
    lawyerNumber: profile.usual.lawyerNumber,
    saved: saved.map(({ party }) => party),
  };
  const proposed: ProposedParty[] = document?.reading ? proposedParties(document.reading, known) : [];
  return { actor, draft, document, proposed, usual: usualFields(profile.usual) };
}

/** The name of the checkbox by which a party that was read is added. */
export const addField = ({ index }: ProposedParty) => `add-${index}`;
