import { createContext, use } from 'react';
import type { AnswerOf } from '../http/api-client';

export type Session = AnswerOf<'/v1/sessie', 'get'>;
export type HeldRole = Session['rol'];
export type Permission = Session['bevoegdheden'][number];

/** Who is signed in; null on the pages that anybody may read. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session | null {
  return use(SessionContext);
}

/** Whether the role in which the reader acts may do this. The server decides; this only keeps away what it would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) => session?.bevoegdheden.includes(permission) ?? false;
}
