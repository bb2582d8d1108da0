// Written by Tests/Oracles/pickles.py; do not edit.

/// Pickles that Python wrote, their names ending with the protocol, and what Python sees in them.
let pickleFiles = [
  PickleFile(
    name: "numbers0",
    base64: """
      KGxwMApJMAphSTEKYUkyNTUKYUkyNTYKYUk2NTUzNQphSTY1NTM2CmFJLTEKYUktMjE0NzQ4MzY0OAphTDIxNDc0ODM2
      NDhMCmFMOTIyMzM3MjAzNjg1NDc3NTgwN0wKYUwtOTIyMzM3MjAzNjg1NDc3NTgwOEwKYUYwLjUKYUYtMi4yNWUrMzAw
      CmFGMWUtMDUKYS4=
      """,
    text: #"""
      [0, 1, 255, 256, 65535, 65536, -1, -2147483648, 2147483648, 9223372036854775807, -92233720
      36854775808, 3fe0000000000000, fe4ae0c41900844f, 3ee4f8b588e368f1]
      """#),
  PickleFile(
    name: "constants0",
    base64: """
      KGxwMApOYUkwMQphSTAwCmEodGEoSTEKdHAxCmEoSTEKSTIKdHAyCmEoSTEKSTIKSTMKdHAzCmEoSTEKSTIKSTMKSTQK
      dHA0CmEobHA1CmEoZHA2CmEu
      """,
    text: #"""
      [None, True, False, (), (1), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], {}]
      """#),
  PickleFile(
    name: "texts0",
    base64: """
      KGxwMApWCnAxCmFWYSdiCnAyCmFWbGluZVx1MDAwYW5leHRcdTAwNWMKcDMKYVZo6Vx1MDNiYlxVMDAwMWY2MDAKcDQK
      YVZ4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHgKcDUKYS4=
      """,
    text: #"""
      ['', 'a\27b', 'line\0anext\5c', 'h\c3\a9\ce\bb\f0\9f\98\80', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xx']
      """#),
  PickleFile(
    name: "nested0",
    base64: """
      KGRwMApWYQpwMQoobHAyCkkxCmEobHAzCkkyCmEoZHA0ClZiCnA1CihJMwoobHA2CnRwNwpzYWFzVmMKcDgKKGRwOQpW
      ZApwMTAKKGRwMTEKc3Mu
      """,
    text: #"""
      {'a': [1, [2, {'b': (3, [])}]], 'c': {'d': {}}}
      """#),
  PickleFile(
    name: "numbers1",
    base64: """
      XXEAKEsASwFL/00AAU3//0oAAAEASv////9KAAAAgEwyMTQ3NDgzNjQ4TApMOTIyMzM3MjAzNjg1NDc3NTgwN0wKTC05
      MjIzMzcyMDM2ODU0Nzc1ODA4TApHP+AAAAAAAABH/krgxBkAhE9HPuT4tYjjaPFlLg==
      """,
    text: #"""
      [0, 1, 255, 256, 65535, 65536, -1, -2147483648, 2147483648, 9223372036854775807, -92233720
      36854775808, 3fe0000000000000, fe4ae0c41900844f, 3ee4f8b588e368f1]
      """#),
  PickleFile(
    name: "constants1",
    base64: """
      XXEAKE5JMDEKSTAwCikoSwF0cQEoSwFLAnRxAihLAUsCSwN0cQMoSwFLAksDSwR0cQRdcQV9cQZlLg==
      """,
    text: #"""
      [None, True, False, (), (1), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], {}]
      """#),
  PickleFile(
    name: "texts1",
    base64: """
      XXEAKFgAAAAAcQFYAwAAAGEnYnECWAoAAABsaW5lCm5leHRccQNYCQAAAGjDqc678J+YgHEEWCwBAAB4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHhxBWUu
      """,
    text: #"""
      ['', 'a\27b', 'line\0anext\5c', 'h\c3\a9\ce\bb\f0\9f\98\80', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xx']
      """#),
  PickleFile(
    name: "nested1",
    base64: """
      fXEAKFgBAAAAYXEBXXECKEsBXXEDKEsCfXEEWAEAAABicQUoSwNdcQZ0cQdzZWVYAQAAAGNxCH1xCVgBAAAAZHEKfXEL
      c3Uu
      """,
    text: #"""
      {'a': [1, [2, {'b': (3, [])}]], 'c': {'d': {}}}
      """#),
  PickleFile(
    name: "numbers2",
    base64: """
      gAJdcQAoSwBLAUv/TQABTf//SgAAAQBK/////0oAAACAigUAAACAAIoI/////////3+KCAAAAAAAAACARz/gAAAAAAAA
      R/5K4MQZAIRPRz7k+LWI42jxZS4=
      """,
    text: #"""
      [0, 1, 255, 256, 65535, 65536, -1, -2147483648, 2147483648, 9223372036854775807, -92233720
      36854775808, 3fe0000000000000, fe4ae0c41900844f, 3ee4f8b588e368f1]
      """#),
  PickleFile(
    name: "constants2",
    base64: """
      gAJdcQAoToiJKUsBhXEBSwFLAoZxAksBSwJLA4dxAyhLAUsCSwNLBHRxBF1xBX1xBmUu
      """,
    text: #"""
      [None, True, False, (), (1), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], {}]
      """#),
  PickleFile(
    name: "texts2",
    base64: """
      gAJdcQAoWAAAAABxAVgDAAAAYSdicQJYCgAAAGxpbmUKbmV4dFxxA1gJAAAAaMOpzrvwn5iAcQRYLAEAAHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHEFZS4=
      """,
    text: #"""
      ['', 'a\27b', 'line\0anext\5c', 'h\c3\a9\ce\bb\f0\9f\98\80', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xx']
      """#),
  PickleFile(
    name: "nested2",
    base64: """
      gAJ9cQAoWAEAAABhcQFdcQIoSwFdcQMoSwJ9cQRYAQAAAGJxBUsDXXEGhnEHc2VlWAEAAABjcQh9cQlYAQAAAGRxCn1x
      C3N1Lg==
      """,
    text: #"""
      {'a': [1, [2, {'b': (3, [])}]], 'c': {'d': {}}}
      """#),
  PickleFile(
    name: "numbers3",
    base64: """
      gANdcQAoSwBLAUv/TQABTf//SgAAAQBK/////0oAAACAigUAAACAAIoI/////////3+KCAAAAAAAAACARz/gAAAAAAAA
      R/5K4MQZAIRPRz7k+LWI42jxZS4=
      """,
    text: #"""
      [0, 1, 255, 256, 65535, 65536, -1, -2147483648, 2147483648, 9223372036854775807, -92233720
      36854775808, 3fe0000000000000, fe4ae0c41900844f, 3ee4f8b588e368f1]
      """#),
  PickleFile(
    name: "constants3",
    base64: """
      gANdcQAoToiJKUsBhXEBSwFLAoZxAksBSwJLA4dxAyhLAUsCSwNLBHRxBF1xBX1xBmUu
      """,
    text: #"""
      [None, True, False, (), (1), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], {}]
      """#),
  PickleFile(
    name: "texts3",
    base64: """
      gANdcQAoWAAAAABxAVgDAAAAYSdicQJYCgAAAGxpbmUKbmV4dFxxA1gJAAAAaMOpzrvwn5iAcQRYLAEAAHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHEFZS4=
      """,
    text: #"""
      ['', 'a\27b', 'line\0anext\5c', 'h\c3\a9\ce\bb\f0\9f\98\80', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xx']
      """#),
  PickleFile(
    name: "nested3",
    base64: """
      gAN9cQAoWAEAAABhcQFdcQIoSwFdcQMoSwJ9cQRYAQAAAGJxBUsDXXEGhnEHc2VlWAEAAABjcQh9cQlYAQAAAGRxCn1x
      C3N1Lg==
      """,
    text: #"""
      {'a': [1, [2, {'b': (3, [])}]], 'c': {'d': {}}}
      """#),
  PickleFile(
    name: "bytes3",
    base64: """
      gANdcQAoQwBxAUMDYWJjcQJCQAEAACAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/ICEiIyQlJicoKSorLC0u
      LzAxMjM0NTY3ODk6Ozw9Pj8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+PyAhIiMkJSYnKCkqKywtLi8wMTIz
      NDU2Nzg5Ojs8PT4/ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4
      OTo7PD0+PyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9
      Pj8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+PyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/cQNl
      Lg==
      """,
    text: #"""
      ['', 'abc', ' !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\2
      7()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<
      =>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0
      123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>?']
      """#),
  PickleFile(
    name: "array3",
    base64: """
      gAN9cQAoWAQAAABkYXRhcQFjbnVtcHkuX2NvcmUubXVsdGlhcnJheQpfcmVjb25zdHJ1Y3QKcQJjbnVtcHkKbmRhcnJh
      eQpxA0sAhXEEQwFicQWHcQZScQcoSwFLAksDhnEIY251bXB5CmR0eXBlCnEJWAIAAAB1MXEKiYiHcQtScQwoSwNYAQAA
      AHxxDU5OTkr/////Sv////9LAHRxDmKJQwYAAQIDBAVxD3RxEGJYBgAAAGxhYmVsc3ERXXESKEsGSwlldS4=
      """,
    text: #"""
      {'data': array[2, 3][0, 1, 2, 3, 4, 5], 'labels': [6, 9]}
      """#),
  PickleFile(
    name: "arrays3",
    base64: """
      gANdcQAoY251bXB5Ll9jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnEBY251bXB5Cm5kYXJyYXkKcQJLAIVxA0MB
      YnEEh3EFUnEGKEsBSwBLA4ZxB2NudW1weQpkdHlwZQpxCFgCAAAAdTFxCYmIh3EKUnELKEsDWAEAAAB8cQxOTk5K////
      /0r/////SwB0cQ1iiUMAcQ50cQ9iaAFoAksAhXEQaASHcRFScRIoSwEpaAuJQwEHcRN0cRRiZS4=
      """,
    text: #"""
      [array[0, 3][], array[][7]]
      """#),
  PickleFile(
    name: "numbers4",
    base64: """
      gASVVgAAAAAAAABdlChLAEsBS/9NAAFN//9KAAABAEr/////SgAAAICKBQAAAIAAigj/////////f4oIAAAAAAAAAIBH
      P+AAAAAAAABH/krgxBkAhE9HPuT4tYjjaPFlLg==
      """,
    text: #"""
      [0, 1, 255, 256, 65535, 65536, -1, -2147483648, 2147483648, 9223372036854775807, -92233720
      36854775808, 3fe0000000000000, fe4ae0c41900844f, 3ee4f8b588e368f1]
      """#),
  PickleFile(
    name: "constants4",
    base64: """
      gASVKgAAAAAAAABdlChOiIkpSwGFlEsBSwKGlEsBSwJLA4eUKEsBSwJLA0sEdJRdlH2UZS4=
      """,
    text: #"""
      [None, True, False, (), (1), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], {}]
      """#),
  PickleFile(
    name: "texts4",
    base64: """
      gASVWQEAAAAAAABdlCiMAJSMA2EnYpSMCmxpbmUKbmV4dFyUjAlow6nOu/CfmICUWCwBAAB4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
      eHh4eHh4eHiUZS4=
      """,
    text: #"""
      ['', 'a\27b', 'line\0anext\5c', 'h\c3\a9\ce\bb\f0\9f\98\80', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xx']
      """#),
  PickleFile(
    name: "nested4",
    base64: """
      gASVLwAAAAAAAAB9lCiMAWGUXZQoSwFdlChLAn2UjAFilEsDXZSGlHNlZYwBY5R9lIwBZJR9lHN1Lg==
      """,
    text: #"""
      {'a': [1, [2, {'b': (3, [])}]], 'c': {'d': {}}}
      """#),
  PickleFile(
    name: "bytes4",
    base64: """
      gASVVAEAAAAAAABdlChDAJRDA2FiY5RCQAEAACAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/ICEiIyQlJico
      KSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+PyAhIiMkJSYnKCkqKywt
      Li8wMTIzNDU2Nzg5Ojs8PT4/ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8gISIjJCUmJygpKissLS4vMDEy
      MzQ1Njc4OTo7PD0+PyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3
      ODk6Ozw9Pj8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+PyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8
      PT4/lGUu
      """,
    text: #"""
      ['', 'abc', ' !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\2
      7()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<
      =>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0
      123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>? !"#$%&\27()*+,-./0123456789:;<=>?']
      """#),
  PickleFile(
    name: "array4",
    base64: """
      gASVrQAAAAAAAAB9lCiMBGRhdGGUjBZudW1weS5fY29yZS5tdWx0aWFycmF5lIwMX3JlY29uc3RydWN0lJOUjAVudW1w
      eZSMB25kYXJyYXmUk5RLAIWUQwFilIeUUpQoSwFLAksDhpRoBYwFZHR5cGWUk5SMAnUxlImIh5RSlChLA4wBfJROTk5K
      /////0r/////SwB0lGKJQwYAAQIDBAWUdJRijAZsYWJlbHOUXZQoSwZLCWV1Lg==
      """,
    text: #"""
      {'data': array[2, 3][0, 1, 2, 3, 4, 5], 'labels': [6, 9]}
      """#),
  PickleFile(
    name: "arrays4",
    base64: """
      gASVqwAAAAAAAABdlCiMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5SMBW51bXB5lIwHbmRh
      cnJheZSTlEsAhZRDAWKUh5RSlChLAUsASwOGlGgEjAVkdHlwZZSTlIwCdTGUiYiHlFKUKEsDjAF8lE5OTkr/////Sv//
      //9LAHSUYolDAJR0lGJoA2gGSwCFlGgIh5RSlChLASloEIlDAQeUdJRiZS4=
      """,
    text: #"""
      [array[0, 3][], array[][7]]
      """#),
  PickleFile(
    name: "python2",
    base64: """
      gAJ9cQEoVQtiYXRjaF9sYWJlbHECVRV0cmFpbmluZyBiYXRjaCAxIG9mIDVxA1UGbGFiZWxzcQRdcQUoSwZLCWVVBGRh
      dGFxBmNudW1weS5jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnEHY251bXB5Cm5kYXJyYXkKcQhLAIVVAWKHUnEJ
      KEsBSwJLA4ZjbnVtcHkKZHR5cGUKcQpVAnUxSwBLAYdScQsoSwNVAXxOTk5K/////0r/////SwB0YolUBgAAAAABAgME
      BXRiVQlmaWxlbmFtZXNxDF1xDShVAWFxDlUBYnEPZXUu
      """,
    text: #"""
      {'batch_label': 'training batch 1 of 5', 'labels': [6, 9], 'data': array[2, 3][0, 1, 2, 3
      , 4, 5], 'filenames': ['a', 'b']}
      """#),
  PickleFile(
    name: "python2protocol0",
    base64: """
      KGRwMApTJ2xhYmVscycKcDEKKGxwMgpJNgphSTkKYXNTJ2RhdGEnCnAzCmNudW1weS5jb3JlLm11bHRpYXJyYXkKX3Jl
      Y29uc3RydWN0CnA0CihjbnVtcHkKbmRhcnJheQpwNQooSTAKdHA2ClMnYicKcDcKdHA4ClJwOQooSTEKKEkyCkkzCnRw
      MTAKY251bXB5CmR0eXBlCnAxMQooUyd1MScKcDEyCkkwCkkxCnRwMTMKUnAxNAooSTMKUyd8JwpwMTUKTk5OSS0xCkkt
      MQpJMAp0cDE2CmJJMDAKUydceDAwXHgwMVxuXCdcXCInCnAxNwp0cDE4CmJzUyJpdCdzIgpwMTkKKEkwMQpMMTJMCkYw
      LjUKdHAyMApzUydhZ2FpbicKZzIKcy4=
      """,
    text: #"""
      {'labels': [6, 9], 'data': array[2, 3][0, 1, 10, 39, 92, 34], 'it\27s': (True, 12, 3fe0000
      000000000), 'again': [6, 9]}
      """#),
]

/// Pickles that hold what CIFAR-10 does not need.
let refusedPickleFiles = [
  PickleFile(
    name: "set",
    base64: """
      gASVCQAAAAAAAACPlChLAUsCkC4=
      """, text: ""),
  PickleFile(
    name: "complex",
    base64: """
      gASVLgAAAAAAAACMCGJ1aWx0aW5zlIwHY29tcGxleJSTlEcAAAAAAAAAAEc/8AAAAAAAAIaUUpQu
      """, text: ""),
  PickleFile(
    name: "floats",
    base64: """
      gASVkQAAAAAAAACMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5SMBW51bXB5lIwHbmRhcnJh
      eZSTlEsAhZRDAWKUh5RSlChLAUsChZRoA4wFZHR5cGWUk5SMAmY0lImIh5RSlChLA4wBPJROTk5K/////0r/////SwB0
      lGKJQwgAAAAAAAAAAJR0lGIu
      """, text: ""),
  PickleFile(
    name: "fortran",
    base64: """
      gASVkQAAAAAAAACMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5SMBW51bXB5lIwHbmRhcnJh
      eZSTlEsAhZRDAWKUh5RSlChLAUsCSwOGlGgDjAVkdHlwZZSTlIwCdTGUiYiHlFKUKEsDjAF8lE5OTkr/////Sv////9L
      AHSUYohDBgAAAAAAAJR0lGIu
      """, text: ""),
  PickleFile(
    name: "objects",
    base64: """
      gASVigAAAAAAAACMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5SMBW51bXB5lIwHbmRhcnJh
      eZSTlEsAhZRDAWKUh5RSlChLAUsBhZRoA4wFZHR5cGWUk5SMAk84lImIh5RSlChLA4wBfJROTk5K/////0r/////Sz90
      lGKJXZROYXSUYi4=
      """, text: ""),
  PickleFile(
    name: "large",
    base64: """
      gASVDAAAAAAAAACKCQAAAAAAAAAAAS4=
      """, text: ""),
  PickleFile(
    name: "path",
    base64: """
      gASVJQAAAAAAAACMB3BhdGhsaWKUjA1QdXJlUG9zaXhQYXRolJOUjAFhlIWUUpQu
      """, text: ""),
]
