import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import { DownloadButton, ErrorSummary } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { sizeWords } from '../../../kit/sizeWords.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Course = Answer<'listCourses'>['items'][number]

/** 学习材料: what a course hands out; whoever it is for opens it on the phone. */
export function CourseFiles({ course }: { readonly course: Course }) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const adding = useCommand('addCourseFile')
  const { title } = course
  async function add(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.currentTarget.files ?? []
    event.currentTarget.value = ''
    if (file) await adding.send({ params: { id: course.id }, file })
  }
  return (
    <section aria-label={t`${title}的学习材料`}>
      <ErrorSummary failure={adding.failure} />
      {course.files.length > 0 && (
        <ul>
          {course.files.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
      )}
      <div className="desk-row">
        <Button loading={adding.sending} onClick={() => input.current?.click()}>
          <Trans>上传学习材料</Trans>
        </Button>
        <span className="desk-hint">
          <Trans>PDF、Word、PPT、Excel、图片或 MP4，每份最大 12 MB</Trans>
        </span>
        <input
          ref={input}
          hidden
          aria-label={t`${title}的材料文件`}
          type="file"
          accept=".pdf,.docx,.pptx,.xlsx,.mp4,.jpg,.jpeg,.png,.webp"
          onChange={(event) => void add(event)}
        />
      </div>
    </section>
  )
}

function FileLine({ file }: { readonly file: Course['files'][number] }) {
  const { t } = useLingui()
  const removing = useCommand('removeCourseFile')
  const { id, name, bytes } = file
  return (
    <li>
      <ErrorSummary failure={removing.failure} />
      <div className="desk-row">
        <DownloadButton
          address={fileAddress('openCourseFile', { params: { id } })}
          name={name}
          otherwise={t`现在打不开，请稍后再试`}
        >
          {name} ({sizeWords(bytes)})
        </DownloadButton>
        <Button
          danger
          loading={removing.sending}
          aria-label={t`撤下 ${name}`}
          onClick={() => void removing.send({ params: { id }, body: {} })}
        >
          <Trans>撤下</Trans>
        </Button>
      </div>
    </li>
  )
}
