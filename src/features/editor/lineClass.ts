import { Platform } from 'obsidian';
import type { TaskRecord } from '../../core/records';
import type { Settings } from '../../core/settings';

/** By what styles know the line of a task, and its state. */
export const lineClass = ({ state }: TaskRecord): string => `rapport-line is-${state}`;

/** Buttons in running text are too small for a finger. */
export const showsButtons = ({ taskButtons }: Readonly<Settings>): boolean =>
  taskButtons && !Platform.isMobile;
