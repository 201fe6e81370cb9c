/** A private certificate authority, and its installation in the user's certificate store. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Certificate = { readonly key: string; readonly cert: string }

export type CertificateAuthority = {
  /** Issues a certificate for the name and its subdomains. */
  issue(name: string, expired?: boolean): Certificate
  /** Trusts the authority in the NSS database below `home`, which Chromium reads on Linux. */
  installFor(home: string): void
  /** Issues a certificate for a person, and installs it there with its key. Only after `installFor`. */
  installClientCertificate(home: string, name: string): void
}

const openssl = (folder: string, ...args: string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
}

/** @param folder an empty folder for the authority's files */
export function createCertificateAuthority(folder: string): CertificateAuthority {
  mkdirSync(join(folder, 'issued'), { recursive: true })
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'serial'), '1000')
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const config = `
[req]
distinguished_name = dn
[dn]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = issued
serial = serial
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
`
  writeFileSync(join(folder, 'ca.cnf'), config)
  const subject = ['-config', 'ca.cnf', '-subj']
  const selfSigned = [
    '-x509',
    '-days',
    '2',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-extensions',
    'authority',
  ]
  openssl(folder, 'req', ...newKey, ...selfSigned, ...subject, '/CN=Halden Works CA')
  let issued = 0
  const authority: CertificateAuthority = {
    issue(name, expired = false) {
      issued += 1
      const [key, request, cert] = [`${issued}.key`, `${issued}.csr`, `${issued}.pem`]
      const altName = ['-addext', `subjectAltName=DNS:${name},DNS:*.${name}`]
      openssl(
        folder,
        'req',
        ...newKey,
        '-keyout',
        key,
        '-out',
        request,
        ...altName,
        ...subject,
        `/CN=${name}`,
      )
      const validity = expired
        ? ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z']
        : ['-startdate', daysFromNow(-1), '-enddate', daysFromNow(2)]
      openssl(
        folder,
        'ca',
        '-batch',
        '-notext',
        '-config',
        'ca.cnf',
        ...validity,
        '-in',
        request,
        '-out',
        cert,
      )
      return {
        key: readFileSync(join(folder, key), 'utf8'),
        cert: readFileSync(join(folder, cert), 'utf8'),
      }
    },
    installFor(home) {
      const database = join(home, '.pki/nssdb')
      mkdirSync(database, { recursive: true })
      const certutil = (...args: string[]) =>
        execFileSync('certutil', ['-d', `sql:${database}`, ...args], { stdio: 'pipe' })
      certutil('-N', '--empty-password')
      // For servers and for clients.
      certutil('-A', '-n', 'Halden Works', '-t', 'CT,,', '-i', join(folder, 'ca.pem'))
    },
    installClientCertificate(home, name) {
      authority.issue(name)
      const files = ['-inkey', `${issued}.key`, '-in', `${issued}.pem`]
      openssl(folder, 'pkcs12', '-export', ...files, '-name', name, '-passout', 'pass:', '-out', 'client.p12')
      const database = `sql:${join(home, '.pki/nssdb')}`
      const args = ['-d', database, '-i', join(folder, 'client.p12'), '-K', '', '-W', '']
      execFileSync('pk12util', args, { stdio: 'pipe' })
    },
  }
  return authority
}

function daysFromNow(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000).toISOString()
  return `${date.replace(/[-:T]/g, '').slice(0, 14)}Z`
}
