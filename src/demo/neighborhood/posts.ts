import type { NewPost } from '#modules/registry/commands/organisations/add-post.ts';
import { ESTATE_SHAPES } from './estate-shapes.ts';
import { demoId } from './ids.ts';
import type { OrgKey } from './organisations.ts';
import { personId, type Roster } from './roster.ts';
import { SECOND_POSTS, STAFF } from './staff-posts/staff.ts';
import type { DemoStaff } from './staff-posts/worker.ts';

/** A post and who holds it. */
export type DemoPost = { readonly post: NewPost; readonly org: OrgKey; readonly holderId: string };

/** The id of a post by its code. */
export function postId(code: string): string {
  return demoId(`post/${code}`);
}

/** The code of a block leader's post. */
export function blockLeaderPost(estate: string, stairwell: string): string {
  return `BL-${estate}-${stairwell}`;
}

/** All posts of the demo with their holders; a person may be there twice. */
export function postsOf(roster: Roster): DemoPost[] {
  const staff = Object.entries(STAFF as Readonly<Record<string, DemoStaff>>).map(([key, worker], at) =>
    postOf(worker, key, at),
  );
  const second = SECOND_POSTS.map((given, at) => postOf(given, given.person, staff.length + at));
  return [...staff, ...second, ...blockLeaderPosts(roster)];
}

function postOf(worker: Omit<DemoStaff, 'name' | 'nameEn'>, person: string, position: number): DemoPost {
  return {
    org: worker.org,
    holderId: personId(person),
    post: {
      id: postId(worker.post),
      organisationId: demoId(`organisation/${worker.org}`),
      code: worker.post,
      nameZh: worker.postZh,
      nameEn: worker.postEn,
      duty: worker.duty,
      isHead: worker.isHead ?? false,
      estateId: worker.estate ? demoId(`estate/${worker.estate}`) : null,
      position,
    },
  };
}

function blockLeaderPosts(roster: Roster): DemoPost[] {
  return roster.blockLeaders.map(({ estate, stairwell, personKey }, at) => {
    const code = blockLeaderPost(estate, stairwell);
    const names = ESTATE_SHAPES.find((shape) => shape.code === estate);
    const number = Number(stairwell.slice(1));
    return {
      org: 'blockLeaders' as const,
      holderId: personId(personKey),
      post: {
        id: postId(code),
        organisationId: demoId('organisation/blockLeaders'),
        code,
        nameZh: `${names?.nameZh} ${number}号门 楼组长`,
        nameEn: `Block leader, ${names?.nameEn}, entrance ${number}`,
        duty: 'LEADER' as const,
        estateId: demoId(`estate/${estate}`),
        stairwellId: demoId(`stairwell/${estate}-${stairwell}`),
        position: 1000 + at,
      },
    };
  });
}
