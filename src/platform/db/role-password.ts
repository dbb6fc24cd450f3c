import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

const ROUNDS = 4096;

/** The password of one of the program's database roles, derived from the program's secret. */
export function rolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`xieshou database role ${role}`).digest('base64url');
}

/**
 * What PostgreSQL stores for a password (SCRAM-SHA-256, RFC 5803). Given in place of the password, so that
 * the password itself reaches no server log and no message to an administrator.
 */
export function passwordVerifier(secret: string, role: string): string {
  const salt = createHmac('sha256', secret).update(`xieshou salt ${role}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(rolePassword(secret, role), salt, ROUNDS, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
