#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the subtitles of parse_srt_test: write_subtitles.py FORMAT LANGUAGES ENCODING > FILE."""
import sys

CUES = [
    (1.0, 2.5, "字幕组：港口小队", "Subtitles by the harbor crew"),
    (4.0, 6.0, "最后一班渡轮八点离港", "The last ferry leaves at eight,"),
    (6.2, 8.0, "或者等到面包房关门", "or when the bakery closes."),
    (8.1, 9.0, "没有人介意", "<i>Nobody minds.</i>"),
    (12.0, 13.5, "你看见船长了吗", "- Have you seen the captain?\n- Not today."),
    (14.0, 15.0, "（汽笛声）", "[HORN BLOWS]"),
    (15.5, 17.0, "他在面包房里", "He is in the bakery & waits."),
    (20.0, 22.0, "♪ 船儿慢慢走 ♪", "♪ Slowly goes the boat ♪"),
]


def stamp(seconds, mark):
    whole, part = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{mark}{part:03}"


vtt, languages, encoding = sys.argv[1] == "vtt", sys.argv[2], sys.argv[3]
mark = "." if vtt else ","
out = ["WEBVTT", ""] if vtt else []
for number, (start, end, chinese, english) in enumerate(CUES, 1):
    if vtt:
        english = english.replace("&", "&amp;")
    lines = {"zh": [chinese], "en": [english], "both": [chinese, english]}[languages]
    out += [str(number), f"{stamp(start, mark)} --> {stamp(end, mark)}", *lines, ""]
sys.stdout.buffer.write("\r\n".join("\n".join(out).split("\n")).encode(encoding))
