"""Words with part of speech counted by jieba for Python: the rival of `workmethod stats words --pos all`."""

import collections
import json
import sys

import jieba
import jieba.posseg

jieba.setLogLevel(60)
counts = collections.Counter()
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        for paragraph in json.loads(line)["text"].split("\n"):
            for word, tag in jieba.posseg.cut(paragraph):
                counts[word, tag] += 1
for (word, tag), count in counts.most_common(20):
    print(word, tag, count)
