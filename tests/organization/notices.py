"""Holiday notices for tests, as the files in which they come."""

EXTENDED_2020 = """\
year: 2020
notices:
  - zh: 关于延迟复工的通知
    number: 省政府通告〔2020〕3号
    issued_on: 2020-01-28
    confidence: page
    holidays:
      - {from: 2020-02-03, until: 2020-02-07, zh: 延迟复工, en: "Later return to work"}
    make_up_days: []
"""
"""Five working days of 2020, Monday to Friday, that are off by a later notice."""

OF_2027 = """\
year: 2027
notices:
  - zh: 国务院办公厅关于2027年部分节假日安排的通知
    number: 国办发明电〔2026〕7号
    issued_on: 2026-11-10
    confidence: page
    holidays:
      - {from: 2027-01-01, until: 2027-01-03, zh: 元旦, en: "New Year's Day"}
      - {from: 2027-02-05, until: 2027-02-11, zh: 春节, en: "Spring Festival"}
    make_up_days: [2027-01-30, 2027-02-14]
"""
"""The year that follows the last one of which the program itself knows."""
