import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DeskField, DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { ManySelect } from '../../../kit/desk/ManySelect.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { courseSession } from './addresses.ts'
import { CourseFiles } from './CourseFiles.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { UntrainedPanel } from './UntrainedPanel.tsx'

type Course = Answer<'listCourses'>['items'][number]

/** 培训: courses with their sessions, and who was at none yet. */
export default function CoursesPage() {
  const { t } = useLingui()
  const read = useRead('listCourses', {}, ['staff.'])
  const [opening, setOpening] = useState(false)
  const [adding, setAdding] = useState<Course>()
  const done = () => {
    setOpening(false)
    setAdding(undefined)
    void read.refetch()
  }
  return (
    <DeskPage
      title={t`培训`}
      lead={<Trans>任职的人在手机上报名；来了的由办班的人确认。没来不记账。</Trans>}
      actions={
        <Button type="primary" onClick={() => setOpening(true)}>
          <Trans>开设课程</Trans>
        </Button>
      }
    >
      <ReadView read={read}>
        {({ items, posts }) => (
          <>
            {items.length === 0 && <EmptyState title={<Trans>还没有课程</Trans>} />}
            {items.map((course) => (
              <CoursePanel key={course.id} course={course} onAdd={() => setAdding(course)} />
            ))}
            {opening && <OpenDialog posts={posts} onDone={done} onClose={() => setOpening(false)} />}
            {adding && <SessionDialog course={adding} onDone={done} onClose={() => setAdding(undefined)} />}
          </>
        )}
      </ReadView>
      <UntrainedPanel />
    </DeskPage>
  )
}

function CoursePanel({ course, onAdd }: { readonly course: Course; readonly onAdd: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Panel title={course.title}>
      <p>
        {course.areaName} · {course.posts.map(say).join('、')}
      </p>
      <CourseFiles course={course} />
      <WideTable<Course['sessions'][number]>
        aria-label={t`${course.title}的场次`}
        dataSource={[...course.sessions]}
        rowKey="id"
        pagination={false}
        locale={{ emptyText: t`还没有排场次` }}
        columns={[
          {
            title: t`时间`,
            key: 'at',
            render: (_, { id, startsAt }) => (
              <Link href={courseSession.url({ id })}>{say(momentWords(startsAt))}</Link>
            ),
          },
          { title: t`地点`, key: 'place', dataIndex: 'place' },
          { title: t`讲师`, key: 'trainer', dataIndex: 'trainer' },
          {
            title: t`报名`,
            key: 'taken',
            align: 'right',
            render: (_, { taken, seats }) => `${taken} / ${seats}`,
          },
        ]}
      />
      <Button onClick={onAdd}>
        <Trans>排一场</Trans>
      </Button>
    </Panel>
  )
}

type OpenDialogProps = {
  readonly posts: Answer<'listCourses'>['posts']
  readonly onDone: () => void
  readonly onClose: () => void
}

function OpenDialog({ posts, onDone, onClose }: OpenDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [path, setPath] = useState<string>()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [material, setMaterial] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('openCourse')
  const errors = tried
    ? [
        ...(title.trim() ? [] : [{ field: 'title', message: t`请写课程名称` }]),
        ...(path ? [] : [{ field: 'path', message: t`请选面向哪里` }]),
        ...(chosen.length > 0 ? [] : [{ field: 'posts', message: t`请选培训哪些岗位` }]),
        ...(material.trim() ? [] : [{ field: 'material', message: t`请写学习材料或提纲` }]),
      ]
    : []
  async function open() {
    setTried(true)
    if (!path || !title.trim() || chosen.length === 0 || !material.trim()) return
    const body = { id, path, title: title.trim(), posts: [...chosen], material: material.trim() }
    if (await send({ body })) onDone()
  }
  return (
    <FormDialog
      title={t`开设课程`}
      ok={t`开设`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <InputField
        field="title"
        label={<Trans>课程名称</Trans>}
        maxLength={80}
        error={errorOf(errors, 'title')}
        value={title}
        onChange={setTitle}
      />
      <AreaPick
        field="path"
        label={<Trans>面向哪里</Trans>}
        error={errorOf(errors, 'path')}
        path={path}
        onPick={setPath}
      />
      <DeskField
        field="posts"
        label={<Trans>培训哪些岗位</Trans>}
        hint={undefined}
        error={errorOf(errors, 'posts')}
        optional={false}
      >
        {(control) => (
          <ManySelect
            control={control}
            value={chosen}
            options={posts.map(({ key, name }) => ({ value: key, label: say(name) }))}
            onChange={setChosen}
          />
        )}
      </DeskField>
      <DeskField
        field="material"
        label={<Trans>学习材料</Trans>}
        hint={<Trans>提纲、要点或材料放在哪里</Trans>}
        error={errorOf(errors, 'material')}
        optional={false}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            maxLength={8000}
            value={material}
            onChange={(event) => setMaterial(event.target.value)}
          />
        )}
      </DeskField>
    </FormDialog>
  )
}
