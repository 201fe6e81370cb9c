/** Proxies that want a password. */
export const proxyStrip = {
  title: 'The proxy wants a password',
  explained: 'Until then nothing reaches Parallel.',
  refused: 'It didn’t take the last password.',
  act: 'Enter password',
}

export const proxy = {
  dialog: {
    title: 'Password for the proxy',
    explained: (proxy: string) => `${proxy} lets nothing through without one.`,
    /** What the proxy says it is (RFC 9110 11.5). */
    realm: (realm: string) => `It calls itself “${realm}”.`,
    username: 'User name',
    password: 'Password',
    usernameMissing: 'Enter a user name.',
    passwordMissing: 'Enter a password.',
    usernameColon: 'A user name for a proxy can’t hold a colon.',
    tooLong: 'That is too long.',
    refused: 'The proxy didn’t accept this user name or password. Several wrong ones may lock the account.',
    keeping: {
      encrypted: 'Kept on this computer, encrypted by the keyring. Sent to this proxy only.',
      memory: 'Kept in memory until you quit: the keyring can’t keep it. Sent to this proxy only.',
    },
    act: 'Continue',
    busy: 'Signing in',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Signed in as ${username}.`,
    memory: (username: string) => `Signed in as ${username}, until you quit.`,
    forget: 'Forget',
    busy: 'Forgetting',
  },
  palette: {
    enter: 'Enter the proxy’s password…',
    forget: (proxy: string) => `Forget the password of proxy ${proxy}`,
  },
}
