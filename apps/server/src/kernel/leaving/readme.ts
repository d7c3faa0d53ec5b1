import type { LeavingHead } from './shape.ts'

/** What a person reads first in an archive. */
export const readme = ({
  region,
  exportedAt,
  leftOut,
}: LeavingHead): string => `# ${region.name.zh} ${region.name.en}

邻里里关于这个区县的全部数据，${exportedAt} 一刻的样子。
Everything of this region in Linli, as it was at ${exportedAt}.

- \`tables/表名/000001.ndjson\`：每行一条 JSON，UTF-8；金额是分，面积是 0.01 平方米，时间带时区。
  One row of JSON a line, UTF-8; money in fen, areas in 0.01 m2, times with their zone.
- \`catalogue.json\`：每一列是什么、密级、依据和保存期限。 What each column is, its class, legal basis and retention.
- \`files/\`：照片、语音等，名字和 \`storage_key\` 一样。 Photos, voice notes and others, named as in \`storage_key\`.
- \`manifest.json\`：每个文件的 SHA-256、每张表的行数。 SHA-256 of every part, rows of every table.
- 电话、住址等在这里是明文：用完请删除。 Phones and addresses are in clear here: delete it after use.

打开 To open: \`age --decrypt -i 私钥文件 KEYFILE 本文件 THIS.tar.age | tar x\`
导入另一处 To import elsewhere: \`npm run import-region -- 本文件 THIS.tar.age --identity 私钥文件 KEYFILE\`

没有带走的 Left behind:

${Object.entries(leftOut)
  .map(([name, { zh, en }]) => `- \`${name}\`：${zh} · ${en}`)
  .join('\n')}
- 密码、令牌等散列 hashes of passwords and tokens
`
