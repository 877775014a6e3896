import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normaliseName } from './company-name.ts'
import { customerKeys, sameCustomer } from './customers.ts'

test('a legal form, accents and punctuation do not tell companies apart', () => {
  const spellings: [string, string][] = [
    ['Müller Maschinen GmbH & Co. KG', 'muller maschinen'],
    ['ACME, Inc.', 'acme'],
    ['Acme S.A. de C.V.', 'acme'],
    ['Société Générale S.A.', 'generale'],
    ['Żabka Polska Sp. z o.o.', 'zabka polska'],
    ['Acme (Pty) Ltd', 'acme'],
    ['株式会社トヨタ', 'トヨタ'],
    ['㈱トヨタ', 'トヨタ'],
    ['شركة النور ش.م.م', 'النور'],
    ['ООО Ромашка', 'ромашка'],
    ['Philips N.V.', 'philips'],
    ['Acme\u202e Ltd', 'acme'],
  ]

  for (const [written, plain] of spellings)
    assert.equal(normaliseName(written).normalize('NFC'), plain.normalize('NFC'), written)
})

test('one company is one, however its legal form and its letters are written', () => {
  const same = [
    ['Acme GmbH', 'Acme G.m.b.H.', 'Acme G. m. b. H.', 'ACME Ges.m.b.H.', 'Acme'],
    ['Acme Gesellschaft mit beschränkter Haftung', 'Acme gesellschaft mit beschraenkter Haftung'],
    ['Novo Pumpe A/S', 'Novo Pumpe AS', 'Novo Pumpe Aktieselskab', 'Novo Pumpe'],
    ['Vale Bombas S/A', 'Vale Bombas S.A.', 'Vale Bombas S. A.', 'Vale Bombas Sociedade Anônima'],
    ['Elektro CZ, a. s.', 'Elektro CZ, a.s.', 'Elektro CZ akciová společnost'],
    ['AB Volvik', 'Volvik AB', 'Aktiebolaget Volvik', 'Volvik Aktiebolag (publ)'],
    ['Omikron Aktiengesellschaft', 'Omikron AG', 'Omikron A. G.'],
    ['Philips N. V.', 'Philips N.V.', 'Philips Naamloze Vennootschap'],
    ['Łódź Metal', 'LODZ METAL', 'Łódź Metal Sp. z o.o.', 'Łódź Metal Sp. z o. o.'],
    ['Müller Pumpen', 'Mueller Pumpen', 'Muller Pumpen', 'Mu\u0308ller-Pumpen'],
    ['Işık Metal A.Ş.', 'ISIK METAL AS', 'Isik Metal Anonim Şirketi'],
    ['Møller & Søn ApS', 'Moeller Soen', 'Moller og Son ApS'.replace(' og', ' &')],
    ['A. B. C. Pumpen', 'ABC Pumpen', 'A B C Pumpen KG'],
    ['Straßen und Tiefbau AG', 'STRASSEN & TIEFBAU'],
    ['Æther Œuvre SARL', 'Aether Oeuvre', 'SARL Æther Œuvre'],
    ['Bau GmbH & Co. KG', 'Bau GmbH&Co.KG', 'Bau GmbH&Co KG', 'Bau GmbH & Co.KGaA'],
    ['Oy Tuuli Ab', 'Tuuli Oy', 'Oy Tuuli', 'Tuuli Oyj'],
    ['ПАО Ромашка', 'Публичное акционерное общество Ромашка', 'Ромашка ПАО'],
  ]

  for (const names of same)
    assert.deepEqual(
      names.map((name) => normaliseName(name)),
      names.map(() => normaliseName(names[0] ?? '')),
    )
})

test('letters of a legal form that belong to the name tell companies apart', () => {
  const different = [
    ['AS Roma Tech', 'Roma Tech'],
    ['Nova SA Group', 'Nova Group'],
    ['AB Analitica Srl', 'Analitica Srl'],
    ['Bauer Maschinen', 'Baur Maschinen'],
    ['SE Elektro GmbH', 'Elektro GmbH'],
  ] as const

  for (const [one, other] of different) assert.notEqual(normaliseName(one), normaliseName(other))
})

test('a name that is nothing but a legal form stays', () => {
  assert.equal(normaliseName('AG'), 'ag')
  assert.equal(normaliseName('Co. Ltd'), 'co')
})

/** Tells whether two names in one country mean one customer. */
const isSame = (one: string, other: string, country: string) =>
  sameCustomer(
    customerKeys({ companyName: one, country }),
    customerKeys({ companyName: other, country }),
  )

/** A name, and the same with other forms: at the end, or at the place of the dots. */
const spellings: [country: string, name: string, forms: string][] = [
  ['DE', 'Acme', 'GmbH i. G.|gGmbH|e. Kfm.|eK|e. G.|eGmbH|VVaG|AöR|PartG mbB|SE & Co. KGaA|OG'],
  ['DE', 'Acme', 'UG (haftungsbeschränkt) & Co. KG|Stiftung & Co. KG|GmbH i.L.|Partnerschaft mbB'],
  ['AT', 'Wien Pumpen', 'Gesellschaft m.b.H.|OG|e.U.|e. U.|KEG|FlexCo|reg. Gen. m.b.H.|GesmbH'],
  ['CH', 'Alpin', 'Sagl|S.a.g.l.|S. à r. l.|Ltd liab. Co|Genossenschaft|AG|SA'],
  ['GB', 'Brook', 'Community Interest Company|C.I.C.|CIC|Cyf|Unlimited Company|L.L.P.|LP|p.l.c.'],
  ['IE', 'Brook', 'Teoranta|Teo|DAC|CLG|Company Limited by Guarantee|UC|U.C.'],
  ['US', 'Delta Flow', 'L.L.L.P.|PLLC|P.C.|PC|Limited Liability Co.|ULC|LC|& Company|, LLC.'],
  ['CA', 'Delta Flow', 'Ltée|Limitée|Inc.|ULC|Enr.'],
  ['FR', 'Pompe', '…SAS|…S.A.S.|…SA|…Éts.|…Sté|SELARL|SARL-S|S.C.I.|SCI|& Cie|et Cie SA|GIE|EIRL'],
  ['NL', 'Zuid Pomp', 'B.V. i.o.|Coöperatie U.A.|V.O.F.|C.V.|CV|…Coöperatie|…Stichting'],
  ['BE', 'Zuid Pomp', 'CVBA|VZW|v.z.w.|Comm. V|Comm.VA|BVBA|SC'],
  ['ES', 'Bombas', 'S.L.P.|S. Coop.|C.B.|Sdad. Ltda.|SAL|S.A.T.|Sociedad Cooperativa|S.L.U.'],
  ['MX', 'Agua', 'S de RL|S.A.B. de C.V.|S.A.P.I. de C.V.|A.C.|Cía. Ltda.|y Cía|S. en C.|SpA'],
  ['BR', 'Vale', 'Ltda - ME|ME|MEI|S/S Ltda|S/C Ltda|…Cia.|…Companhia|SGPS, S.A.|C.R.L.|S / A'],
  ['IT', 'Acqua', 'S.r.l. unipersonale|S.r.l. a socio unico|SpA|S.c.p.a.|Soc. Coop. a r.l.|…Ditta'],
  ['IT', 'Acqua', 'Srl in liquidazione|Srl Società Benefit|Società Benefit|s.s.|S.c.a r.l.'],
  ['SE', 'Vatten', 'ek. för.|Ekonomisk förening|HB|Enskild firma|…AB|AB (publ)'],
  ['DK', 'Vand', 'I/S|IS|K/S|P/S|F.M.B.A.|Interessentskab|A.p.S.|…A/S'],
  ['NO', 'Vand', 'DA|ENK|NUF|ANS|ASA'],
  ['FI', 'Tuuli', 'Ky|Ay|T:mi|…T:mi|…Tmi|Osk|r.y.|…Osakeyhtiö|…Oy'],
  ['IS', 'Vatn', 'ohf.|slf.|sf.|svf.|ehf.'],
  ['PL', 'Łódź', 's.c.|P.S.A.|S.K.A.|Sp. z o.o. S.K.A.|…PPHU|…P.P.H.U.|sp. p.|spółka cywilna'],
  ['CZ', 'Voda', 'k. s.|z.s.|, družstvo|s.p.|komanditní společnost|spol. s r. o.'],
  ['HU', 'Víz', 'Kkt.|Rt.|Bt.|Nonprofit Kft.|Egyéni Cég|e.v.'],
  ['RO', 'Apa', 'PFA|P.F.A.|Î.I.|SRL-D|…SC|…S.C.'],
  ['BG', 'Вода', 'ЕООД|О.О.Д.|АД|ЕАД|ЕТ|…ЕТ|дружество с ограничена отговорност'],
  ['RS', 'Пумпа', 'д.о.о.|д. о. о.|а.д.|ДООЕЛ'],
  ['HR', 'Pumpa', 'j.d.o.o.|k.d.|d. n. o.|obrt|s.p.|d.o.o.e.l.'],
  [
    'GR',
    'Νερό',
    'Α.Β.Ε.Ε.|ΑΕΒΕ|Ο.Ε.|ΕΕ|Μονοπρόσωπη ΙΚΕ|Μον. ΙΚΕ|Ανώνυμος Εταιρεία|Ομόρρυθμη Εταιρεία',
  ],
  ['GR', 'Nero', 'A.E.|ABEE|A.B.E.E.|I.K.E.|Single Member P.C.|O.E.|E.E.|M.IKE'],
  ['LT', 'Jūra', '…UAB|…MB|…VšĮ|…IĮ|…Uždaroji akcinė bendrovė|MB'],
  ['LV', 'Ūdens', '…SIA|…AS|…A/S|…IK|…Akciju sabiedrība'],
  ['EE', 'Vesi', '…OÜ|…AS|TÜ|UÜ|…FIE|…MTÜ|…Aktsiaselts'],
  ['RU', 'Ромашка', '…НАО|…АНО|…ФГУП|…Открытое акционерное общество|…О.О.О.|…ООО'],
  ['KZ', 'Ромашка', '…ТОО|…Товарищество с ограниченной ответственностью'],
  ['UA', 'Ромашка', '…ТзОВ|…ФОП|…ПрАТ|…ПП|…Приватне підприємство|…ДП'],
  ['RU', 'Romashka', '…LLC|…JSC|…PJSC|…Joint Stock Company|…AO|…OOO'],
  ['TR', 'Işık', 'San. ve Tic. A.Ş.|Tic. ve San. A.Ş.|San.ve Tic.Ltd.Şti.|Koll. Şti.|Tic.Ltd.Şti.'],
  ['JP', 'Mizu', 'Kabushiki-gaisha|…Kabushiki Kaisha|…K.K.|Co.,Ltd.|GK'],
  ['JP', '水', '（株）|㈱|㍿|…(同)|…合名会社|…(一社)|…一般社団法人'],
  ['CN', '北京水泵', '股份公司|有限合伙|(有限合伙)|有限责任公司'],
  ['KR', '물펌프', '(주)|㈜|…(유)|…유한책임회사|…주식회사'],
  ['ID', 'Air', '…PT. |…CV.|…UD|PT|(Persero) Tbk|…Perseroan Terbatas|Sdn.Bhd.'],
  ['IN', 'Jal', '(P) Ltd.|P. Ltd.|Pvt.Ltd.|(OPC) Private Limited|…M/s|…M/s.|…Messrs'],
  ['VN', 'Nước', '…Công ty TNHH|…Công ty Cổ phần|…CTCP|…Công ty TNHH MTV|JSC'],
  ['TH', 'น้ำใส', 'จำกัด|จำกัด (มหาชน)|…บริษัท|…บจก.|…หจก.'],
  ['ZA', 'Amanzi', 'C.C.|CC|NPC|SOC Ltd|(Edms) Bpk|P/L'],
  ['AE', 'النور', 'ش.ذ.م.م|م.م.ح|ش.ش.و|ذات المسؤولية المحدودة|محدودة|…شركة|…مؤسسة'],
  ['AE', 'Al Noor', 'FZC|DMCC|K.S.C.|B.S.C. (c)|Q.P.S.C.|Est.|S.A.L.|Sole Proprietorship L.L.C.'],
]

test('one company is one, whatever the legal form of its country and however it is written', () => {
  for (const [country, name, forms] of spellings)
    for (const form of forms.split('|')) {
      const written = form.startsWith('…') ? `${form.slice(1)} ${name}` : `${name} ${form}`
      assert.ok(isSame(written, name, country), `${written} (${country})`)
    }
})

test('a form in front of a name in quotes belongs to no name', () => {
  const quoted = [
    'AS "Ūdens"',
    'UAB „Ūdens“',
    'MB „Ūdens“',
    '„Ūdens“ UAB',
    'ООО «Ūdens»',
    'LLC "Ūdens"',
  ]
  for (const written of quoted) assert.ok(isSame(written, 'Ūdens', 'DE'), written)
})

test('one company is one in the letters of its own and in Latin ones', () => {
  const written: [country: string, ...names: string[]][] = [
    ['RU', 'ООО Ромашка', 'OOO Romashka', 'Romaška', 'Romashka LLC'],
    ['RU', 'Красный Щит', 'Krasnyy Shchit', 'Krasnyi Shchit', 'Krasny Shchit'],
    ['RU', 'Юлия Хим', 'Yuliya Khim', 'Iuliia Khim', 'Yuliya Him', 'Julija Him'],
    ['UA', 'Громада', 'Hromada'],
    ['BG', 'Щит Хим', 'Shtit Him'],
    ['RS', 'Ђорђе Жица', 'Djordje Zica', 'Đorđe Žica'],
    ['GR', 'Χρυσός Ήλιος Α.Ε.', 'Chrysos Ilios AE', 'Chrysos Ilios S.A.'],
    ['DE', 'Аcme Pumpen', 'Acme Pumpen'],
    ['DE', 'Neuöl', 'Neuoel', 'Neuol'],
    ['DK', 'Æbleø', 'Aebleoe', 'Ableo'],
    ['SE', 'Ångström', 'Aangstroem', 'Angstrom'],
    ['HR', 'Đorđe', 'Djordje', 'Dorde'],
  ]
  for (const [country, first = '', ...others] of written)
    for (const other of others) assert.ok(isSame(first, other, country), `${first} and ${other}`)
})

test('signs, apostrophes and the word for “and” do not tell companies apart', () => {
  const written = [
    ['García & Hijos', 'Garcia y Hijos', 'Garcia + Hijos'],
    ['Rossi & Figli', 'Rossi e Figli'],
    ['Jansen & Zonen', 'Jansen en Zonen'],
    ['Kowalski i Synowie', 'Kowalski & Synowie'],
    ["L'Eau", 'L’Eau', 'L´Eau', 'LʼEau', 'L′Eau', 'LEau'],
    ['Acme™', 'Acme®', 'Acme'],
    ['Pump-Tech', 'Pump/Tech', 'Pump.Tech', 'Pump·Tech', 'Pump\u2011Tech'],
  ]
  for (const [first = '', ...others] of written)
    for (const other of others) assert.ok(isSame(first, other, 'DE'), `${first} and ${other}`)
})

test('letters that are a form elsewhere or only look like one belong to the name', () => {
  const apart: [one: string, other: string, country: string][] = [
    ['AS Roma Tech', 'Roma Tech', 'IT'],
    ['SAS Institute', 'Institute', 'DE'],
    ['SC Johnson', 'Johnson', 'US'],
    ['UD Trucks', 'Trucks', 'JP'],
    ['AO World', 'World', 'GB'],
    ['CV Partners', 'Partners', 'GB'],
    ['Bio Sci', 'Bio', 'GB'],
    ['Aqua Spa', 'Aqua', 'GB'],
    ['Tesla EV', 'Tesla', 'US'],
    ['Call Me', 'Call', 'GB'],
    ['Pumpen EU', 'Pumpen', 'FR'],
    ['Gaming PC', 'Gaming', 'DE'],
    ['Cao San', 'Cao', 'VN'],
    ['Auto San GmbH', 'Auto GmbH', 'DE'],
    ['Bau M GmbH', 'Bau GmbH', 'DE'],
    ['Net Soc Ltd', 'Net Ltd', 'GB'],
    ['Inc Magazine', 'Magazine', 'US'],
    ['E Plus', 'Plus', 'DE'],
    ['A Team', 'Team', 'DE'],
    ['Neue Pumpen', 'Neu Pumpen', 'DE'],
    ['Acme Holding', 'Acme', 'DE'],
    ['Acme Deutschland GmbH', 'Acme GmbH', 'DE'],
    ['Вода Юг', 'Вода Север', 'RU'],
    ['北京水泵', '上海水泵', 'CN'],
  ]
  for (const [one, other, country] of apart)
    assert.ok(!isSame(one, other, country), `${one} and ${other}`)
})

test('a customer is the same with and without its country', () => {
  for (const companyName of ['Pumpen EU', 'Bio SCI', 'Vale ME', 'PPHU Łódź']) {
    const alone = customerKeys({ companyName })
    for (const country of ['DE', 'FR', 'BR', 'PL', 'AT'])
      assert.ok(sameCustomer(customerKeys({ companyName, country }), alone), companyName)
  }
})
