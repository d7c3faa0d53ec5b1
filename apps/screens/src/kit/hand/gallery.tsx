import { useState } from 'react'
import './hand.css'
import { NetworkFailure } from '../failure.ts'
import { start } from '../start.tsx'
import { startTypeSize } from '../typesize.ts'
import { HandShell } from './HandShell.tsx'
import {
  BottomBar,
  Button,
  ButtonLink,
  Card,
  CardLink,
  ChoiceList,
  Dialog,
  Empty,
  ErrorState,
  ErrorSummary,
  Facts,
  Loading,
  ManyChoiceList,
  Notice,
  Page,
  type Photo,
  PhotoField,
  ScoreField,
  StatusMark,
  Tabs,
  TextArea,
  TextField,
  Timeline,
  TypeSizeChoice,
  toast,
} from './index.ts'

/** Every piece of hand's kit on one page, for looking at while developing; no build contains it. */
function Gallery() {
  const [text, setText] = useState('三栋楼道的灯坏了两天，晚上老人上下楼看不见，希望尽快来修。')
  const [phone, setPhone] = useState('138')
  const [kind, setKind] = useState<'help' | 'ask' | 'complain'>()
  const [many, setMany] = useState<readonly ('private' | 'anonymous')[]>(['private'])
  const [score, setScore] = useState<number>()
  const [photos, setPhotos] = useState<readonly Photo[]>([
    { key: 'a', state: 'sending' },
    { key: 'b', state: 'failed', failure: '网络不通，内容还在。', blob: new Blob() },
  ])
  const [tab, setTab] = useState<'open' | 'done'>('open')
  const [open, setOpen] = useState(false)
  const [wrong, setWrong] = useState(false)
  const errors = wrong
    ? [
        { field: 'text', message: '请写一句要办的事' },
        { field: 'kind', message: '请选一种诉求' },
      ]
    : []
  return (
    <Page
      title="我要求助"
      back={{ href: '/', label: '首页' }}
      lead="说一句就行。受理后您会看到谁在办、几点前办好。"
    >
      <ErrorSummary errors={errors} />
      <a className="ask-button" href="#main">
        <strong>求助</strong>
        <span>一句话、一张照片都可以</span>
      </a>
      <TextArea
        field="text"
        label="要办什么事"
        hint="按键盘上的话筒可以说话"
        value={text}
        onChange={setText}
        error={errors[0]?.message}
      />
      <TextField field="phone" label="联系电话" kind="phone" value={phone} onChange={setPhone} optional />
      <ChoiceList
        field="kind"
        label="是哪一种事"
        value={kind}
        onChange={setKind}
        error={errors[1]?.message}
        choices={[
          { value: 'help', label: '求助', hint: '需要人来帮忙' },
          { value: 'ask', label: '咨询' },
          { value: 'complain', label: '投诉', hint: '对单位或企业不满意' },
        ]}
      />
      <ManyChoiceList
        field="privacy"
        label="隐私"
        optional
        compact
        value={many}
        onChange={setMany}
        choices={[
          { value: 'private', label: '要求保密' },
          { value: 'anonymous', label: '匿名' },
        ]}
      />
      <PhotoField
        field="photos"
        label="照片"
        optional
        photos={photos}
        onChange={setPhotos}
        newKey={() => String(Math.random())}
        upload={() => Promise.reject(new Error('网络不通，照片还在。'))}
      />
      <ScoreField
        field="score"
        label="办得怎么样"
        value={score}
        onChange={setScore}
        grades={[
          { score: 5, word: '非常满意' },
          { score: 3, word: '一般' },
          { score: 1, word: '不满意' },
        ]}
      />
      <div className="row">
        <Button type="submit" onPress={() => setWrong(!wrong)}>
          提交
        </Button>
        <Button look="second" icon="phone" onPress={() => toast('李师傅接了您的单')}>
          打电话
        </Button>
        <Button look="danger" onPress={() => setOpen(true)}>
          撤单
        </Button>
        <Button look="quiet">存成草稿</Button>
        <Button busy busyWord="正在提交…">
          提交
        </Button>
      </div>
      <Dialog open={open} title="要撤掉这一单吗？" onClose={() => setOpen(false)}>
        <p>撤掉以后不再有人来办。需要时可以重新点单。</p>
        <div className="row">
          <Button look="danger" onPress={() => setOpen(false)}>
            撤单
          </Button>
          <Button look="second" onPress={() => setOpen(false)}>
            先不撤
          </Button>
        </div>
      </Dialog>
      <Tabs
        label="状态"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'open', label: '在办', count: 3 },
          { value: 'done', label: '已办好', count: 12 },
        ]}
      />
      <ul className="cards">
        <li>
          <CardLink href="/kit" title="三栋楼道的灯坏了" mark={<StatusMark tone="moving" word="办理中" />}>
            王师傅 在办，今天 15:30 前
          </CardLink>
        </li>
        <li>
          <CardLink href="/kit" title="水管漏水" mark={<StatusMark tone="late" word="已超时 2 小时" />}>
            物业工程部 在办
          </CardLink>
        </li>
      </ul>
      <div className="row">
        <StatusMark tone="waiting" word="待受理" />
        <StatusMark tone="done" word="已结案" />
        <StatusMark tone="still" word="已撤单" />
      </div>
      <Card title="这一单">
        <Facts
          facts={[
            ['工单编号', '261121-00042-7'],
            ['地点', '翠苑一区 3 栋 2 单元'],
            ['几点前', '今天 15:30 前'],
          ]}
        />
      </Card>
      <Card title="办到哪一步了">
        <Timeline
          label="办理经过"
          steps={[
            { id: '1', title: '您点了单', at: new Date(Date.now() - 7e6).toISOString(), step: 'done' },
            {
              id: '2',
              title: '已受理',
              at: new Date(Date.now() - 5e6).toISOString(),
              who: '社区值班 陈',
              step: 'done',
            },
            {
              id: '3',
              title: '王师傅正在办',
              who: '今天 15:30 前',
              text: '已经出门，带了两只灯泡。',
              step: 'now',
            },
            { id: '4', title: '请您评单', step: 'next' },
          ]}
        />
      </Card>
      <Notice tone="good" title="已经提交，编号 261121-00042-7">
        <p>值班员会在今天 16:00 前受理，结果会通知您。</p>
      </Notice>
      <Notice tone="warn" title="现在没有网络" />
      <Notice tone="calm" title="目前工作日按自然日计算" />
      <ErrorState
        error={new NetworkFailure('网络不通，内容还在。请看一下信号，稍后再试。', undefined)}
        onRetry={() => setWrong(false)}
      />
      <Loading rows={2} />
      <Empty title="还没有点过单">
        <ButtonLink href="/kit">去点单</ButtonLink>
      </Empty>
      <TypeSizeChoice />
    </Page>
  )
}

startTypeSize()
void start(
  <HandShell
    bar={
      <BottomBar
        label="主要页面"
        items={[
          { href: '/kit.html', label: '首页', icon: 'home' },
          { href: '/orders', label: '我的单', icon: 'list', count: 3 },
          { href: '/claims', label: '帮一把', icon: 'heart' },
          { href: '/me', label: '我的', icon: 'person' },
        ]}
      />
    }
  >
    <Gallery />
  </HandShell>,
)
