import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { PieceAction } from '../contract.ts';
import { fieldWords } from './field-words.part.tsx';
import type { loader } from './piece.page.server.ts';
import css from './redaction.module.css';

type Props = { readonly again: FormAgain | undefined };

/** What may be done now, the next step first; what is not possible yet says why in one line. */
export function Steps({ again }: Props) {
  const { t } = usePage();
  const { piece } = useLoaderData<typeof loader>();
  const may = (action: PieceAction) => piece.mayNow.includes(action);
  const isOut = piece.state === 'PUBLISHED' || piece.state === 'SUPERSEDED';
  return (
    <Card title={t('redaction.next')}>
      {piece.sentBackReason && piece.state === 'SENT_BACK' && (
        <p className={css.sentBack} role="note">
          {t('redaction.sent-back-because', { reason: piece.sentBackReason })}
        </p>
      )}
      {piece.open > 0 && !isOut && <p>{t('redaction.open', { n: piece.open })}</p>}
      {piece.state === 'CHECKED' && !may('approve') && <p>{t('redaction.waits-for-another')}</p>}
      {isOut && !may('look-afterwards') && <p>{t(`redaction.now.${piece.state}`)}</p>}
      {may('approve') && <Approve />}
      {may('look-afterwards') && (
        <Stack>
          <p>{t('redaction.look-afterwards-how')}</p>
          <OneButton intent="look-afterwards" words={t('redaction.do.look-afterwards')} />
        </Stack>
      )}
      {piece.open === 0 && (may('hand-over') || may('publish-alone')) && (
        <Row>
          {may('hand-over') && <OneButton intent="hand-over" words={t('redaction.do.hand-over')} />}
          {may('publish-alone') && (
            <OneButton intent="publish-alone" words={t('redaction.do.publish-alone')} />
          )}
        </Row>
      )}
      {may('change') && piece.content.texts.length > 0 && <Change again={again} />}
      {may('send-back') && <WithReason intent="send-back" again={again} />}
      {may('take-down') && !isOut && <WithReason intent="take-down" again={again} />}
    </Card>
  );
}

function OneButton({ intent, words }: { intent: PieceAction; words: string }) {
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <input type="hidden" name="requestKey" value={requestKey} />
      <Button kind="primary" name="intent" value={intent}>
        {words}
      </Button>
    </form>
  );
}

/** The second person approves what is on this page, and nothing that was changed since. */
function Approve() {
  const { t } = usePage();
  const { piece, requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        <p>{t('redaction.approve-how')}</p>
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="seal" value={piece.seal} />
        <Row>
          <Button kind="primary" name="intent" value="approve">
            {t('redaction.do.approve')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function Change({ again }: Props) {
  const { t } = usePage();
  const { piece } = useLoaderData<typeof loader>();
  const isFresh = piece.open > 0 || piece.state === 'SENT_BACK';
  return (
    <details open={isFresh || again?.values.intent === 'change' ? true : undefined}>
      <summary>{t('redaction.change')}</summary>
      <form method="post">
        <Stack>
          {piece.state === 'CHECKED' && <p className="quiet">{t('redaction.change-after')}</p>}
          {piece.content.texts.map(({ field, text, most }) =>
            most > 200 ? (
              <LongTextField
                key={field}
                name={`text-${field}`}
                label={fieldWords(t, field)}
                value={text}
                maxLength={most}
                rows={6}
                again={again}
              />
            ) : (
              <TextField
                key={field}
                name={`text-${field}`}
                label={fieldWords(t, field)}
                value={text}
                maxLength={most}
                again={again}
              />
            ),
          )}
          <Row>
            <Button name="intent" value="change">
              {t('redaction.do.change')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}

function WithReason({ intent, again }: Props & { intent: 'send-back' | 'take-down' }) {
  const { t } = usePage();
  const isHere = again?.values.intent === intent;
  return (
    <details open={isHere ? true : undefined}>
      <summary>{t(`redaction.do.${intent}`)}</summary>
      <form method="post" className={css.dismiss}>
        <label htmlFor={`reason-${intent}`}>{t(`redaction.why.${intent}`)}</label>
        <input id={`reason-${intent}`} name="reason" required minLength={2} maxLength={200} />
        <Button kind={intent === 'take-down' ? 'danger' : 'plain'} name="intent" value={intent}>
          {t(`redaction.do.${intent}`)}
        </Button>
      </form>
    </details>
  );
}
