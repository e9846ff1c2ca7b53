import type { ReactNode } from 'react';
import { useMay, type Permission } from './session';

interface MayProps {
  readonly permission: Permission;
  readonly children: ReactNode;
  /** What stands there for who may not. Default: nothing. */
  readonly otherwise?: ReactNode;
}

/** Shows something only to who may do it. */
export function May({ permission, children, otherwise = null }: MayProps) {
  return useMay()(permission) ? children : otherwise;
}
