import { describe, expect, test } from 'vitest'
import { canonicalQuery, signAcs3 } from './acs3.ts'
import { signTc3 } from './tc3.ts'

describe('signatures are those of the vendors’ own worked examples', () => {
  test('Alibaba Cloud, third signature: RunInstances', () => {
    const headers = signAcs3(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        query: {
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        },
        date: '2023-10-26T10:22:32Z',
        nonce: '3156853299f313e23d1673dc12e1703d',
      },
      { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
    )
    expect(headers['authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })

  test('Tencent Cloud, TC3: DescribeInstances', () => {
    const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
    const headers = signTc3(
      { host: 'cvm.tencentcloudapi.com', service: 'cvm', body, timestamp: 1551113065 },
      { id: 'the-id', secret: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' },
    )
    expect(headers['authorization']).toBe(
      'TC3-HMAC-SHA256 Credential=the-id/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    )
  })
})

test('a query is written as the signature is made over it: sorted, every reserved sign encoded', () => {
  expect(canonicalQuery({ b: "它's (1*2)!", a: 'x y/z~' })).toBe(
    'a=x%20y%2Fz~&b=%E5%AE%83%27s%20%281%2A2%29%21',
  )
})
