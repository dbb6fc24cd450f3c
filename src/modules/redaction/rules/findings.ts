/** What in the texts of a piece looks like personal data, and whether it is settled. Pure. */
import type { PieceText } from '#kernel/approved-piece.ts';
import { findPersonalData, type PersonalKind } from '#kernel/personal-data.ts';
import type { KnownName } from '#modules/registry/contract.ts';
import type { Finding, PiecePicture, SettledFinding } from '../contract.ts';
import { type Candidates, isNamedInPost, nameCandidates, nameSpans } from './names.ts';

/** What the register is asked about: everything in the texts that could be a name. */
export function candidatesIn(texts: readonly PieceText[]): Candidates {
  return nameCandidates(texts.map((one) => one.text).join('\n'));
}

/**
 * Findings of all texts, in order, none inside another. A name beside the post that its bearer is published
 * in is none.
 *
 * @param known the register's answer to {@link candidatesIn}.
 */
export function findingsIn(texts: readonly PieceText[], known: readonly KnownName[]): Finding[] {
  const posts = new Map(known.map((one) => [one.name, one.posts]));
  return texts.flatMap(({ field, text }) => {
    const spans: { kind: PersonalKind; from: number; to: number }[] = [...findPersonalData(text)];
    for (const name of nameSpans(text, new Set(posts.keys()))) {
      if (isNamedInPost(text, name, posts.get(name.name) ?? [])) continue;
      const inside = spans.some((one) => name.from < one.to && one.from < name.to);
      if (!inside) spans.push({ kind: 'NAME', from: name.from, to: name.to });
    }
    return spans
      .sort((a, b) => a.from - b.from)
      .map(({ kind, from, to }) => ({ field, kind, from, to, found: text.slice(from, to) }));
  });
}

/** A false alarm somebody took away. It holds for the same words in the same field of the same piece. */
export type Dismissal = {
  readonly field: string;
  readonly kind: string;
  readonly found: string;
  readonly reason: string;
  readonly personId: string;
  readonly at: Date;
};

/** Findings with what was said about them. */
export function settle(findings: readonly Finding[], dismissals: readonly Dismissal[]): SettledFinding[] {
  return findings.map((finding) => {
    const said = dismissals.find(
      (one) => one.field === finding.field && one.kind === finding.kind && one.found === finding.found,
    );
    return {
      ...finding,
      dismissed: said ? { reason: said.reason, personId: said.personId, at: said.at } : null,
    };
  });
}

/** How many findings and pictures still need somebody. */
export function openPoints(findings: readonly SettledFinding[], pictures: readonly PiecePicture[]): number {
  return (
    findings.filter((one) => one.dismissed === null).length +
    pictures.filter((one) => one.coveredFileId === null).length
  );
}
