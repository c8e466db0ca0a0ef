/** How every test starts Chromium: quiet, without calls home, and without its sandbox only where root leaves no choice. */
export function chromiumOptions(executablePath: string) {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return { executablePath, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
}
