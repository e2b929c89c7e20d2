// Light, dark or as the system says; kept for the next visit.
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { applyTheme, onThemeChange, storedTheme, themes } from './theme';
import type { Theme } from './theme';

const labels: Readonly<Record<Theme, string>> = { light: 'Light', system: 'Auto', dark: 'Dark' };

export function ThemeSwitch(): ReactNode {
  const theme = useSyncExternalStore(onThemeChange, storedTheme, () => 'system');
  return (
    <fieldset className="theme-switch">
      <legend className="visually-hidden">Colours</legend>
      {themes.map((one) => (
        <label key={one}>
          <input type="radio" name="theme" value={one} checked={theme === one} onChange={() => applyTheme(one)} />
          <span>{labels[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
