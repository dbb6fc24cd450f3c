import { type ActionFunctionArgs, redirect } from 'react-router';
import { chooseActingPost } from '#platform/auth/sessions.ts';
import { forbidden, localPath, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';

export function loader() {
  return redirect('/account');
}

/** Changes the post somebody acts in, to one they hold today. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const session = requireSession(page);
  const form = await request.formData();
  const post = session.posts.find((held) => held.postId === textOf(form, 'post'));
  if (!post) throw forbidden();
  await chooseActingPost(page.services.database, session.publicId, post.postId);
  return seeOther(localPath(textOf(form, 'back'), '/desk'));
}
