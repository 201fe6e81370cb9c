/** Shell completions and the manual page, generated from the list of options. */
import {
  exitCodes,
  type Shell,
  shells,
  type TerminalOption,
  terminal,
  terminalOptions,
} from '../../../words/terminal.ts'

const program = 'parallel-tray'
const names = terminalOptions.map(({ name }) => name).join(' ')

/** A script for the shell, without a trailing line break. */
export function completion(shell: Shell): string {
  return { bash, zsh, fish }[shell]()
}

function bash(): string {
  return `_parallel_tray() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  case $previous in
    --completion) COMPREPLY=($(compgen -W '${shells.join(' ')}' -- "$word")) ;;
    --organization) COMPREPLY=() ;;
    *) COMPREPLY=($(compgen -W '${names}' -- "$word")) ;;
  esac
}
complete -F _parallel_tray ${program}`
}

/** Works both as a file in zsh's `fpath` and sourced. */
function zsh(): string {
  const specs = terminalOptions.map(
    (option) => `    ${singleQuoted(`${option.name}[${zshText(option)}]${zshArgument(option)}`)}`,
  )
  return [
    `#compdef ${program}`,
    `_${program}() {`,
    '  _arguments \\',
    specs.join(' \\\n'),
    '}',
    `if [ "$funcstack[1]" = "_${program}" ]; then _${program} "$@"; else compdef _${program} ${program}; fi`,
  ].join('\n')
}

const zshText = ({ explained }: TerminalOption): string => explained.replace(/[[\]:\\]/g, '\\$&')

function zshArgument({ argument }: TerminalOption): string {
  if (argument === undefined) return ''
  return argument === 'SHELL' ? `:shell:(${shells.join(' ')})` : ':name:'
}

function fish(): string {
  return terminalOptions
    .map(({ name, argument, explained }) => {
      const values = argument === undefined ? '' : argument === 'SHELL' ? ` -xa '${shells.join(' ')}'` : ' -x'
      return `complete -c ${program} -f -l ${name.slice(2)}${values} -d ${fishQuoted(explained)}`
    })
    .join('\n')
}

const singleQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
const fishQuoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`

/** The page in section 1 of the manual, in roff. */
export function manualPage(version: string): string {
  const options = terminalOptions.map(({ name, argument, explained }) =>
    [`.TP`, `.B ${roff(name)}${argument === undefined ? '' : ` \\fI${argument}\\fR`}`, roff(explained)].join(
      '\n',
    ),
  )
  const codes = exitCodes.map(([code, meaning]) => `.TP\n.B ${code}\n${roff(meaning)}`)
  return [
    `.TH PARALLEL\\-TRAY 1 "" "Parallel Tray ${version}" "User Commands"`,
    '.SH NAME',
    'parallel\\-tray \\- watch the balance of your Parallel organizations',
    '.SH SYNOPSIS',
    roff(terminal.usage),
    '.SH DESCRIPTION',
    `Without an option: ${roff(terminal.withoutOptions)}.`,
    '.SH OPTIONS',
    ...options,
    '.SH EXIT STATUS',
    ...codes,
    '',
  ].join('\n')
}

/** A dot or an apostrophe at the start of a line would begin a roff request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replace(/^([.'])/, '\\&$1')
