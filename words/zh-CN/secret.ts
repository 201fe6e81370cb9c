/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: '将密钥保存到 .env 文件',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: '如果是已有文件，只会更改其中的 PARALLEL_API_KEY。',
    button: '保存',
  },
  warning: {
    tracked: (file: string) => ({
      title: `“${file}”由 git 跟踪`,
      explained: '下次提交会使密钥进入提交历史，所有拥有该仓库的人都能读取。',
    }),
    notIgnored: (file: string) => ({
      title: `“${file}”未被 git 忽略`,
      explained: '下次“git add”可能会包含密钥。先将该文件添加到 .gitignore。',
    }),
    unknown: (file: string) => ({
      title: `无法确定 git 是否跟踪“${file}”`,
      explained: '该文件位于 git 仓库中。一旦提交，所有拥有该仓库的人都能读取密钥。',
    }),
    outside: (target: string) => ({
      title: '此文件链接到主文件夹以外的文件',
      explained: `密钥将保存到“${target}”。`,
    }),
    saveAnyway: '仍要保存',
    cancel: '不保存',
  },
  refused: {
    title: (file: string) => `密钥未保存到“${file}”`,
    close: '关闭',
    why: {
      folder: '这是一个文件夹。在其中选择一个文件名。',
      'no-file': '这不是普通文件。选择其他文件。',
      'lost-link': '此链接指向的文件不存在。',
      'too-large': '此文件过大，不适合作为 .env 文件。',
      'no-text': '这不是文本文件。',
      'read-only': '无法写入此文件或其所在文件夹。保存到其他位置，或复制密钥。',
      'in-use': '此文件正被其他程序打开。在该程序中关闭，然后重试。',
      changed: '其他程序同时更改了此文件。再试一次。',
      unwritable: '此文件的格式无法安全存放密钥。改为复制密钥。',
    },
  },
}
