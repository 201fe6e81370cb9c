/** Proxies that want a password. */
export const proxyStrip = {
  title: 'The proxy needs a password',
  explained: 'Until then nothing reaches Parallel.',
  refused: 'It rejected the last password.',
  act: 'Enter password',
}

export const proxy = {
  dialog: {
    title: 'Password for the proxy',
    explained: (proxy: string) => `${proxy} asks for one before it lets anything through.`,
    /** What the proxy says it is (RFC 9110 11.5). */
    realm: (realm: string) => `It calls itself “${realm}”.`,
    username: 'User name',
    password: 'Password',
    usernameMissing: 'Enter a user name.',
    passwordMissing: 'Enter a password.',
    usernameColon: 'A proxy user name can’t contain a colon.',
    tooLong: 'That’s too long.',
    refused: 'The proxy rejected this user name or password. Several wrong attempts may lock the account.',
    keeping: {
      encrypted: 'Saved on this computer, encrypted with your keyring. Sent only to this proxy.',
      memory: 'Kept in memory until you quit, because the keyring can’t store it. Sent only to this proxy.',
    },
    act: 'Continue',
    busy: 'Signing in',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Signed in as ${username}.`,
    memory: (username: string) => `Signed in as ${username}, until you quit.`,
    forget: 'Remove',
    busy: 'Removing',
  },
  palette: {
    enter: 'Enter proxy password…',
    forget: (proxy: string) => `Remove the password for proxy ${proxy}`,
  },
}
