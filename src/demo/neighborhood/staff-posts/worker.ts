import type { Duty } from '#modules/registry/contract.ts';
import type { EstateCode } from '../ids.ts';
import type { OrgKey } from '../organisations.ts';

export type DemoStaff = {
  readonly name: string;
  readonly nameEn: string;
  readonly org: OrgKey;
  /** The post's key and code. */
  readonly post: string;
  readonly duty: Duty;
  readonly postZh: string;
  readonly postEn: string;
  readonly isHead?: true;
  readonly estate?: EstateCode;
  /** The dwelling they own in the neighborhood. */
  readonly home?: string;
};

/** Chinese and English. */
export type Words = readonly [zh: string, en: string];

/** Somebody in a post; keeps the post's code as a type. */
export function worker<const O extends OrgKey, const P extends string>(
  org: O,
  post: P,
  duty: Duty,
  [name, nameEn]: Words,
  [postZh, postEn]: Words,
  more: { readonly isHead?: true; readonly estate?: EstateCode; readonly home?: string } = {},
) {
  return { name, nameEn, org, post, duty, postZh, postEn, ...more };
}

/** Of the head of an organisation. */
export const HEAD = { isHead: true } as const;
