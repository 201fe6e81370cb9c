/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: '将密钥保存到 .env 文件',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: '如果选择已有的文件，只会设置其中的 PARALLEL_API_KEY，其余内容不变。',
    button: '保存',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} 由 git 跟踪`,
      explained: '下次提交后，密钥就会进入提交历史，所有拥有该仓库的人都能看到。',
    }),
    notIgnored: (file: string) => ({
      title: `${file} 未被 git 忽略`,
      explained: '下次 git add 可能会把密钥一并加入。先将该文件添加到 .gitignore。',
    }),
    unknown: (file: string) => ({
      title: `无法确定 git 是否会加入 ${file}`,
      explained: '该文件位于仓库中。一旦提交，密钥也会随之公开。',
    }),
    outside: (target: string) => ({
      title: '此文件是一个链接，指向主文件夹以外的文件',
      explained: `密钥将保存到 ${target}。`,
    }),
    saveAnyway: '仍要保存',
    cancel: '不保存',
  },
  refused: {
    title: (file: string) => `密钥未保存到 ${file}`,
    close: '关闭',
    why: {
      folder: '这是一个文件夹。为其中的文件选择一个名称。',
      'no-file': '这不是普通文件。',
      'lost-link': '这是一个链接，所指向的文件不存在。',
      'too-large': '此文件过大，不像是 .env 文件。',
      'no-text': '此文件包含文本以外的内容。',
      'read-only': '无法写入此文件或其所在文件夹。保存到其他位置，或复制密钥。',
      'in-use': '此文件正被其他程序打开。在那里关闭后重试。',
      changed: '此文件同时被其他程序更改。重试。',
      unwritable: '密钥无法以能原样读回的方式写入。改为复制。',
    },
  },
}
