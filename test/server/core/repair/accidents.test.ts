import { assert } from 'chai';
import { damaged, HEALTHY, UNKNOWABLE } from '../../../../scripts/generate/accidents';
import { parse } from '../../../../server/src/core/parse/parser';
import { doubtAbout, HARMFUL, HARMLESS } from '../../../../server/src/core/repair/accidents';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import type { MarkerPlace } from '../../../../server/src/core/repair/place';
import { fixAll } from '../../../../server/src/core/writing/fixAll';
import { articleText } from '../articles';
import { context, findingsIn } from '../findings';

const ARTICLE = articleText(['1986', '2024-04-09', 'Big win', 'All is well.']);
const NEXT = ARTICLE.replace('1986', '1987');
const LINES = ARTICLE.trim()
  .replaceAll(/ {2}/g, '\n')
  .replaceAll(/(?<=S-T-A-R-T\.) | (?=\S+E-N-D\.)/g, '\n');

function safelyFixed(text: string): string {
  return applyEdits(text, fixAll(parse(text), context, {}));
}

/** Another accident than the first thought explains each of these as well: a safe fix would leave a wrong value, in silence. */
const DOUBTFUL: Record<string, readonly [part: string, damaged: string]> = {
  'a text that breaks off before the next article': [' well. T-E-X-T-E-N-D. ', ` well${NEXT}`],
  'a number with the rest of its END': [' F-N-E-N-D.', 'N-D.'],
  'a number with the beginning of its START': ['F-N-S-T-A-R-T. 19', 'F-'],
  'a title with the rest of its END': [' T-I-T-L-E-E-N-D.', '.E-E-N-D.'],
  'a text with the rest of its START': ['T-E-X-T-S-T-A-R-T. A', 'TA'],
  'an END and the next START that were lost together': ['T-E-X-T-E-N-D. ', `  ${NEXT.replace(' F-N-S-T-A-R-T.', '')}`],
  'single letters before a torn END': ['T-I-T-L-E-E-N-D.', 'T-l-T L-E-E-N-D.'],
  'a START that was torn together with its text': ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-RAt last all'],
  'a START in which a word begins': ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-R-The'],
  'a word that was cut together with its END': [' well. T-E-X-T-E-N-D.', ' wel-E-X-T-E-N-D.'],
  'a title that was cut together with its END': ['win T-I-T-L-E-E-N-D.', 'L-E-E-N-D.'],
  'a label in place of a START': ['T-I-T-L-E-S-T-A-R-T.', 'Title:'],
  'a mark in place of an END': ['T-I-T-L-E-E-N-D.', '#'],
  'markup in place of a START': ['T-I-T-L-E-S-T-A-R-T.', '<br>'],
  'markup in place of an END': ['T-I-T-L-E-E-N-D.', '</h1>'],
  'a word in place of an END': ['F-N-E-N-D.', 'ID'],
  'markup after a START': ['T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T.<br>'],
  'a comma after a START': ['F-N-S-T-A-R-T. ', 'F-N-S-T-A-R-T.,'],
  'a number that was cut at the head of its file': [' F-N-S-T-A-R-T. 19', ''],
  'an END in capitals only': [' T-E-X-T-E-N-D.', ' TXEXXXTXEXNXD.'],
  'a text that breaks off within a sentence, with all its white space': [' is well. T-E-X-T-E-N-D. ', ` is ${NEXT}`],
  'a date with the rest of its END': ['D-A-T-E-E-N-D.', 'N-D.'],
  'the rest of an END that is stuck to a word': [' well. T-E-X-T-E-N-D.', ' wel-N-D. '],
  'the rest of a START that is stuck to a word': ['T-I-T-L-E-S-T-A-R-T. ', 'T-'],
  'a word in place of a START': ['T-I-T-L-E-S-T-A-R-T.', 'ID'],
  'a torn END within a sentence': [' well. T-E-X-T-E-N-D.', ' X-T-E-N-D.'],
  'a re-spelled END that is stuck to its value': [' T-E-X-T-E-N-D.', 'T–E–X–T–E–N–D.'],
  'a letter of an END on the line before': ['T-I-T-L-E-E-N-D.', 'T\r\n    -I-T-L-E-E-N-D.'],
  'an END and the START after it that were lost together': [' T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.', '  '],
  'an END that is stuck to a text within a sentence': [' well. T-E-X-T-E-N-D.', 'T-E-X-T-E-N-D.'],
  'a headline that ends with a comma, and its END': ['win T-I-T-L-E-E-N-D.', 'win, '],
  'a comma that is stuck to an END': ['win T-I-T-L-E-E-N-D.', 'win,T-I-T-L-E-E-N-D.'],
  'a START without its tail before a word in lower case': ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-R- all'],
  'a START that was lost with whole words': ['T-E-X-T-S-T-A-R-T. All', ''],
  'a START without its last letter': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-'],
  'a START without its last letter, and words': ['T-I-T-L-E-S-T-A-R-T. Big', 'T-I-T-L-E-S-T-A-R:'],
  'an initial after the rest of a START': ['T-I-T-L-E-S-T-A-R-T. Big', 'T-I-T-L- T.'],
  'an END with its first letter in lower case': ['T-I-T-L-E-E-N-D.', 't-I-T-L-E-E-N-D.'],
  'a figure in place of the first letter of an END': ['T-I-T-L-E-E-N-D.', '1-I-T-L-E-E-N-D.'],
  'a mark before the rest of an END': ['win T-I-T-L-E-E-N-D.', '$-E-E-N-D.'],
  'a capital with a hyphen, and a letter, before the rest of an END': ['win T-I-T-L-E-E-N-D.', 'T-bT-L-E-E-N-D.'],
  'a letter with hyphens where an END was': ['win T-I-T-L-E-E-N-D.', 'it-I- '],
  'a misspelled rest of an END': ['T-E-X-T-E-N-D.', 'E-T-X-T-E-N-. '],
  'a space that may be the full stop of a START': ['F-N-S-T-A-R-T. ', 'F N S T A R T  '],
  'a full stop after a START that was pasted before it': ['N-D.  T-E-X-T-S-T-A-R-T. ', 'N-D T-E-X-T-S-T-A-R-T. . '],
  'an END whose full stop was moved before it': ['T-E-X-T-E-N-D.', '. T-E-X-T-E-N-D'],
  'a START in words with a wrong letter': ['T-E-X-T-S-T-A-R-T.', 'Texy start.'],
  'an END in words that is stuck to its text': [' T-E-X-T-E-N-D.', 'Text end.'],
  'an END in words with accents': ['T-I-T-L-E-E-N-D.', '[TITŁÉ ÉÑÐ]'],
  'a START in words of two scripts': ['T-E-X-T-S-T-A-R-T.', 'ΤΕΧT START.'],
  'an END that was typed on another keyboard': ['T-I-T-L-E-E-N-D.', 'Е Ш Е Д У У Т В'],
  'an END with commands for its hyphens, one of them wrapped': [
    'T-I-T-L-E-E-N-D.',
    String.raw`T\endash I\endash T\endash L\endash E\endash E\endash`.concat('\r\nN\\endash D'),
  ],
  'an END in which another character set parts the letters': ['T-E-X-T-E-N-D.', 'Tтасeтасxтасtтасeтасnтасd.'],
  'a damaged END after another one': [' F-N-E-N-D.', ' F-Ea-N-. F-N-Ea-N-.'],
  'a mark in a number before its END': [' F-N-E-N-D.', ' | FN-E-N-D.'],
  'a marker between the same marks, without white space after it': ['T-I-T-L-E-E-N-D.  ', '| T-I-T-L-E-E-N-D. |'],
  'a part of an END in a number': ['F-N-E-N-D.', 'N- F-E-N-D.'],
  'a letter and a hyphen of a START, with spaces, before the END of the number': [
    'F-N-E-N-D.  D-A-T-E-S-T-A-R-T.',
    'D - F-N-E-N-D.  A-T-E-S-T-A-R-T.',
  ],
  'a letter of a START before the figures of a number': [' F-N-S-T-A-R-T. 19', ' R'],
  'a label and a mark that are stuck to a text': ['T-E-X-T-S-T-A-R-T. ', 'ID#'],
  'a START with wrong letters where none is known': ['T-I-T-L-E-S-T-A-R-T.', '0-I-L-T-E-S-T-A-R-T.'],
  'a START whose last letters are lost, before a full stop': ['T-E-X-T-S-T-A-R-T. All is', 'T-E-X-T-S-T. Is'],
  'initials before the rest of an END': ['win T-I-T-L-E-E-N-D.', 'U.-I-T-L-E-E-N-D.'],
  'a capital that is stuck to the rest of an END': [' well. T-E-X-T-E-N-D.', ' a TT-E-N-D.'],
  'an END with its first letter three times': ['T-I-T-L-E-E-N-D.', 'TTT-I-T-L-E-E-N-D.'],
  'an initial that is stuck to a START': ['T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T.T. S. '],
  'marks between a START and its value': ['T-E-X-T-S-T-A-R-T. ', 'T-E-X-T-S-T-A-R-T .>'],
  'an END that was moved before the end of a bracket': [' well. T-E-X-T-E-N-D.', ' (AFP T-E-X-T-E-N-D..) '],
  'a part of a START before the END of the number': [
    'F-N-E-N-D.  D-A-T-E-S-T-A-R-T.',
    'D F-N-E-N-D.  -A-T-E-S-T-A-R-T.',
  ],
  'the first letter of an END twice, and a mark in place of the space': [' F-N-E-N-D.', ')FF-N-E-N-D.'],
  'a hyphen after a word where an END was': ['win T-I-T-L-E-E-N-D.', 'm- '],
  'another capital before the rest of an END': ['win T-I-T-L-E-E-N-D.', 'F-E-E-N-D.'],
  'a START that was lost with the beginning of a word': ['T-E-X-T-S-T-A-R-T. All is', 'is'],
  'a START without its tail': ['T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-'],
  'a date that was cut together with its END': ['-09 D-A-T-E-E-N-D.', '-0'],
  'the tail of an END that is stuck to another END': ['win T-I-T-L-E-E-N-D.', 'win D.T-I-T-L-E-E-N-D.'],
  'the full stop of an END': ['win T-I-T-L-E-E-N-D.', 'win.'],
  'the first letter of an END': ['win T-I-T-L-E-E-N-D.', 'win T'],
  'single letters of an END in lower case': [' T-E-X-T-E-N-D.', ' t 1 e 1 x 1 t 1 e 1 n 1 d.'],
  'the first letter of an END in another word': ['F-N-E-N-D.', 'F-the N-E-N-D.'],
  'a dash that is stuck to an END': ['T-I-T-L-E-E-N-D.', '–T-I-T-L-E-E-N-D.'],
  'a quotation mark that is stuck to an END': ['win T-I-T-L-E-E-N-D.', 'win “T-I-T-L-E-E-N-D.'],
  'an asterisk that is stuck to an END': ['win T-I-T-L-E-E-N-D.', 'win *T-I-T-L-E-E-N-D.'],
  'a small letter in place of the first of an END': [' win T-I-T-L-E-E-N-D.', ' w-I-T-L-E-E-N-D.'],
  'the first letter of a START before the rest of a number': ['F-N-S-T-A-R-T. 19', 'F'],
  'the first letter of a START before the rest of a word': ['T-E-X-T-S-T-A-R-T. A', 'T'],
  'the last letter of an END after a word': [' well. T-E-X-T-E-N-D.', ' welD.'],
  'a mark in place of the space before an END': [' F-N-E-N-D.', '*F-N-E-N-D.'],
  'a slash in place of the space before an END': [' T-I-T-L-E-E-N-D.', '/T-I-T-L-E-E-N-D.'],
  'a mark in place of the space after a START': ['F-N-S-T-A-R-T. ', 'F-N-S-T-A-R-T.“'],
  'a quotation mark after a text, in place of the space': [' T-E-X-T-E-N-D.', '“T-E-X-T-E-N-D.'],
  'an ellipsis in place of an END': ['T-E-X-T-E-N-D.', '…'],
  'a word of labels in place of an END': ['T-I-T-L-E-E-N-D.', 'Text'],
  'a colon at the end of a headline that has lost its END': ['win T-I-T-L-E-E-N-D.', 'win: '],
  'a START that is written into another one': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-F-N-S-T-A-R-T. R-T.'],
  'the last letter of another START before the value': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-F-N-S-T-A-R-T. T.'],
  'a small last letter of a START before a small word': ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-R-t'],
  'a word that is stuck to a START without its first letter': ['T-E-X-T-S-T-A-R-T. All', '-E-X-T-S-T-A-R-T.I all'],
  'a full stop after the beginning of a START': ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-. All'],
  'a bracket before the rest of an END': ['win T-I-T-L-E-E-N-D.', '(-E-E-N-D.'],
  'a letter of a torn START': ['T-E-X-T-S-T-A-R-T. ', 'E- '],
  'a word that is read as the first letter of an END': ['win T-I-T-L-E-E-N-D.', 'T I-T-L-E-E-N-D.'],
  'the full stop of a START on a line with a number': ['T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-A-R-T\n23: .'],
  'the full stop of a START after the number of a line': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T\n7 .'],
  'marks on both sides of an END, without white space after it': ['T-I-T-L-E-E-N-D.  ', '--- T-I-T-L-E-E-N-D. ---'],
  'marks on both sides of a START, without white space before it': [
    '  T-E-X-T-S-T-A-R-T.',
    '--- T-E-X-T-S-T-A-R-T. ---',
  ],
  'brackets around an END, without white space after it': ['F-N-E-N-D.  ', '« F-N-E-N-D. »'],
  'a mark before an END, without white space after it': ['T-I-T-L-E-E-N-D.  ', '# T-I-T-L-E-E-N-D.'],
  'the number of a line before an END, without white space after it': ['F-N-E-N-D.  ', '23| F-N-E-N-D.'],
  'a single letter after a START, without white space before it': ['  T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-A-R-T. x'],
  'a mark before a misspelled END': ['T-E-X-T-E-N-D.', '→ T-E-X-T-E N-D.'],
  'the number of a line before a wrapped END': ['T-I-T-L-E-E-N-D.', '23: T-I-T-\nL-E-E-N-D.'],
  'a sign of a list before a misspelled END': ['T-E-X-T-E-N-D.', '(1) T-E-X-T-E-NRD.'],
  'a full stop before a misspelled END': ['T-I-T-L-E-E-N-D.', '. T-I-1-L-E-E-N-D.'],
  'a dash before an END with dashes': ['T-E-X-T-E-N-D.', '– T–E–X–T–E–N–D.'],
  'a mark after a misspelled START': ['T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-AxR-T. :'],
  'the number of a line that is stuck to a START': ['T-E-X-T-S-T-A-R-T. ', 'T-E-X-T-S-T-A-R-T.2: '],
  'mojibake of a space that is stuck to a START': ['T-E-X-T-S-T-A-R-T. ', 'T-E-X-T-S-T-A-R-T.Â '],
  'the same mark in place of two full stops': ['well. T-E-X-T-E-N-D.', 'well! T-E-X-T-E-N-D!'],
  'a text and its END without any mark': ['well. T-E-X-T-E-N-D.', 'well TEXTEND'],
  'a file name and its END without any mark': ['1986 F-N-E-N-D.', '1986xml FNEND'],
  'an END that was escaped with the full stop before it': [
    'well. T-E-X-T-E-N-D.',
    'well&#46; T&#45;E&#45;X&#45;T&#45;E&#45;N&#45;D&#46;',
  ],
  'a START whose letter was replaced in the word after it as well': [
    'D-A-T-E-S-T-A-R-T. 2024',
    'D-A-T-E-$-T-A-R-T. $2024',
  ],
  'two parts of an END that were swapped': [' T-E-X-T-E-N-D.', 'T-E-N-D. T-E-X-.'],
  'a part of an END in a word of its value': [' is well. T-E-X-T-E-N-D.', ' iT-E-Xs well. -T-E-N-D.'],
  'a START with an END of another language': ['T-I-T-L-E-S-T-A-R-T. ', 'DEBUT TITRE. '],
  'an END in words of another language': [' T-E-X-T-E-N-D.', ' FIM TEXTO.'],
  'an END as somebody has dictated it': [
    'T-I-T-L-E-E-N-D.',
    't dash i dash t dash l dash e dash e dash n dash d period',
  ],
  'the number of an item before a misspelled END': ['T-I-T-L-E-E-N-D.', '1. T-I-T-LxE-E-N-D.'],
  'the number of an item after a sentence, before a wrapped END': ['T-E-X-T-E-N-D.', '1. T-E-X-T-\nE-N-D.'],
  'an END that was pasted into the last word': ['win T-I-T-L-E-E-N-D.  ', 'wi T-I-T-L-E-E-N-D.n   '],
  'a START that was pasted after the first mark': ['  T-E-X-T-S-T-A-R-T. All', '   “T-E-X-T-S-T-A-R-T. All'],
  'an END into which the last figure was put': ['86 F-N-E-N-D.', '8 F-6N-E-N-D.'],
  'a START into which the number was put': ['F-N-S-T-A-R-T. 1986', 'F-N-S-T19-A-R-T. 86'],
  'a part of a START that is stuck to the number': ['F-N-S-T-A-R-T. 1986', 'F-S-T-A-R-T. -N1986'],
  'an END twice, escaped and in lower case': ['F-N-E-N-D.', 'F%2DN%2DE%2DN%2DD. f-n-e-n-d.'],
  'a misspelled START after an END that is there twice': [
    'F-N-E-N-D.  D-A-T-E-S-T-A-R-T.',
    'F~N~E~N~D. F-N-E-N-D.  D–A–T–E–S–T–A–R–T.',
  ],
  'letters of an END that are stuck to a word, before the END in dashes': [
    'win T-I-T-L-E-E-N-D.',
    'win-E-E-N T–I–T–L–E–E–N–D.',
  ],
  'a word before a torn END': ['win T-I-T-L-E-E-N-D.', 'T E-E-N-D.'],
  'spaces for hyphens, also for the first one': [' F-N-E-N-D.', '  N E N D.'],
  'a letter too many, and spaces for hyphens': [' F-N-E-N-D.', ' F F N E N D.'],
  'a word between the letters of an END': ['win T-I-T-L-E-E-N-D.', 'T-bil-T-L-E-E-N-D.'],
  'the first letter of a START before capitals': ['T-E-X-T-S-T-A-R-T. All is ', 'TFA '],
  'the last letter of an END after a sentence': [' T-E-X-T-E-N-D.', 'D.'],
  'the last letter of another marker before the value': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T, D.'],
  'an opening mark before the rest of an END': ['win T-I-T-L-E-E-N-D.', '“-I-T-L-E-E-N-D.'],
  'the first letter of an END after a figure': [' F-N-E-N-D.', 'F'],
  'the first letter of an END after a sentence': [' T-E-X-T-E-N-D.', 'T'],
  'an asterisk that is stuck to a headline without its END': ['win T-I-T-L-E-E-N-D.', 'win*'],
  'a hyphen that is stuck to figures without their END': ['Big win T-I-T-L-E-E-N-D.', '10-'],
  'a dash that is stuck to a headline without its END': ['win T-I-T-L-E-E-N-D.', 'win–'],
  'a slash that is stuck to a headline without its START': ['T-I-T-L-E-S-T-A-R-T. ', '/'],
  'an asterisk that is stuck to a text without its START': ['T-E-X-T-S-T-A-R-T. ', '*'],
  'initials that are stuck to a START without its last letter': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-.S.'],
  'a START that was lost with words before a bracket': ['T-I-T-L-E-S-T-A-R-T. Big win', '(again)'],
  'a full stop of another script after a START and a space': ['T-E-X-T-S-T-A-R-T. ', 'T-E-X-T-S-T-A-R-T 。 '],
  'a bar that is stuck to a headline without its END': ['win T-I-T-L-E-E-N-D.', 'win:|'],
  'the full stop of an END after the end of a sentence': [' well. T-E-X-T-E-N-D.', ' “well.”.'],
  'the full stop of an END after an ellipsis': [' well. T-E-X-T-E-N-D.', ' so on….'],
  'the full stop of an END after another one': [' T-E-X-T-E-N-D.', '.'],
  'a space in place of the head of an END, on a line of its own': [' T-E-X-T-E-N-D.', '\n X-T-E-N-D.'],
  'a space in place of letters of an END, on a line of its own': [' T-E-X-T-E-N-D.', '\n T-E-N-D.'],
  'a letter of an END before an ellipsis': ['T-E-X-T-E-N-D.', 'T…'],
  'the tail of a START after a figure': ['T-I-T-L-E-S-T-A-R-T.', '0R-T.'],
  'the head of an END before a letter': ['T-I-T-L-E-E-N-D.', 'T-Ix'],
  'a letter of a word in place of the last one of a START': ['T-I-T-L-E-S-T-A-R-T. Big', 'T-I-T-L-E-S-T-A-R-S. and'],
  'a letter of an END before a figure': ['win T-I-T-L-E-E-N-D.', '-D0'],
  'a quotation mark that opens, in place of a START': ['T-I-T-L-E-S-T-A-R-T. ', '“'],
  'a word with a hyphen that was cut together with its END': ['win T-I-T-L-E-E-N-D.', 'T-b-T-L-E-E-N-D.'],
  'a letter in place of an END': ['T-I-T-L-E-E-N-D.', 'x'],
  'letters and a full stop in place of an END': ['T-E-X-T-E-N-D.', 'T-x.'],
  'the tail of a START after a figure, stuck to a text': ['T-E-X-T-S-T-A-R-T. ', '0R-T'],
  'a tail that is stuck to a START': ['T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T.T-AR--T. '],
  'a space in place of the tail of a START, on a line of its own': ['D-A-T-E-S-T-A-R-T. ', 'D-A-T-E-S- \n'],
  'a letter and an ellipsis on the line of an END': [' T-I-T-L-E-E-N-D.', '\nT…'],
  'a letter on the line of a START': ['T-E-X-T-S-T-A-R-T. ', 'X\n'],
  'a letter on the line of an END': [' T-I-T-L-E-E-N-D.', '\nL'],
  'a text that was cut together with an END in lower case': [' well. T-E-X-T-E-N-D.', ' w-N-d.'],
  'an END without its first letter within a sentence': ['well. T-E-X-T-E-N-D.', 'E-X-T-E-N-D.'],
  'the first letter of an END twice, without the space before it': [' F-N-E-N-D.', 'FF-N-E-N-D.'],
  'a letter of an END after a quotation': [' win T-I-T-L-E-E-N-D.', ' “win”L'],
  'a START that was pasted after the first letter of its text': ['T-E-X-T-S-T-A-R-T. A', 'AT-E-X-T-S-T-A-R-T. '],
  'an initial after a START without its last letters': ['T-I-T-L-E-S-T-A-R-T. Big', 'T-I-T-L-E-S-T-A- T. S. Big'],
  'a figure in place of a START': ['T-I-T-L-E-S-T-A-R-T.', '0.'],
  'a figure in place of an END': ['T-E-X-T-E-N-D.', '0.'],
  'the last letter of a START twice, without the space after it': ['T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T.T.'],
  'a START that was cut together with the quotation after it': [
    'T-E-X-T-S-T-A-R-T. All',
    'T-E-X-T-S-T-A-R-T” said all',
  ],
  'the tail of an END, partly in lower case, stuck to a bracket': [' well. T-E-X-T-E-N-D.', ' well. (AFP.)N-d.'],
  'the tail of an END in lower case, stuck to a sentence': [' T-E-X-T-E-N-D.', 'n-d.'],
  'the tail of a START in lower case': ['T-E-X-T-S-T-A-R-T.', 'r-t.'],
  'the tail of a START in lower case, stuck to a text': ['T-E-X-T-S-T-A-R-T. ', 'r-t.'],
  'an initial in place of the last letter of a START': ['T-I-T-L-E-S-T-A-R-T. Big', 'T-I-T-L-E-S-T-A-R T. S. Big'],
  'a START that was lost with the beginning of an Arabic word': ['T-E-X-T-S-T-A-R-T. All is', 'ادثات'],
  'an Arabic letter in place of the first of an END': ['well. T-E-X-T-E-N-D.', 'ك-E-X-T-E-N-D.'],
  'a word and a full stop that are read as the first letter of an END': ['well. T-E-X-T-E-N-D.', 'T. -E-X-T-E-N-D.'],
  'a figure after the first letter of an END': [' win T-I-T-L-E-E-N-D.', ' T-2-I-T-L-E-E-N-D.'],
  'a dash in place of the first letter of an END': ['win T-I-T-L-E-E-N-D.', '–I-T-L-E-E-N-D.'],
  'the last letters of a START twice, and markup in place of the space': ['F-N-S-T-A-R-T. ', 'F-N-S-T-A-R-T.R-T.<br>'],
  'a text that ends with a long bracket': [' T-E-X-T-E-N-D.', ' (This is longer than the name of an agency)'],
  'a small letter and a full stop in place of an END': ['T-E-X-T-E-N-D.', 'x.'],
  'a word and a comma in place of the last letter of a START': ['T-I-T-L-E-S-T-A-R-T. Big', 'T-I-T-L-E-S-T-A-R-O, Big'],
  'a headline’s END without its first letter': ['T-I-T-L-E-E-N-D.', '-I-T-L-E-E-N-D.'],
  'an END in lower case with a wrong first letter': ['T-I-T-L-E-E-N-D.', 'q-i-t-l-e-e-n-d.'],
  'an END with all hyphens replaced, without its first letter': ['T-I-T-L-E-E-N-D.', '–I–T–L–E–E–N–D.'],
  'a word that ends the START in which it was cut': ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-Rit'],
  'an END in capitals with a wrong letter': [' T-E-X-T-E-N-D.', ' TEXTEZD.'],
  'an END with a space in place of its last hyphens': [' T-E-X-T-E-N-D.', ' T-E-X-T-E N.'],
  'the first letter of a START before an initial': ['T-I-T-L-E-S-T-A-R-T. Big', 'T.S.'],
  'an END with its first letter doubled, and spaces beside all hyphens': ['F-N-E-N-D.', 'F - F - N - E - N - D.'],
  'a START without its full stop before a word in lower case': ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-R-T'],
  'a word in capitals that is stuck to an END': [' win T-I-T-L-E-E-N-D.', ' UNT-I-T-L-E-E-N-D.'],
  'an END with its first letter twice, and spaces beside all hyphens': [
    'T-I-T-L-E-E-N-D.',
    'T - T - I - T - L - E - E - N - D.',
  ],
  'the last letter of an END after a capital': [' All is well. T-E-X-T-E-N-D.', ' MD.'],
  'a START with its last letter twice, and spaces beside all hyphens': [
    'T-I-T-L-E-S-T-A-R-T.',
    'T - I - T - L - E - S - T - A - R - T - T.',
  ],
  'the beginning of a word in place of that of an END': [' well. T-E-X-T-E-N-D.', ' te-X-T-E-N-D.'],
  'the beginning of a word that is stuck to the rest of an END': [' is well. T-E-X-T-E-N-D.', '. AnE-X-T-E-N-D.'],
  'a START that was pasted into itself, its first letter twice': [
    'T-E-X-T-S-T-A-R-T.',
    'TT-E-X-T-S-T-A-R-T.-E-X-T-S-T-A-R-T.',
  ],
  'an initial on the line after a START without its last letter': [
    'T-I-T-L-E-S-T-A-R-T. Big',
    'T-I-T-L-E-S-T-A-R-\nT. S. Big',
  ],
  'a START that is spelled with spaces, and that nobody can read': ['T-E-X-T-S-T-A-R-T.', 'E T X T S T A R T.'],
  'a START with two full stops before more white space': ['T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T..   '],
  'letters of a lost sentence in place of the first one of an END': ['T-E-X-T-E-N-D.', 'AnE-X-T-E-N-D.'],
  'a capital of a lost sentence before the tail of an END': ['T-E-X-T-E-N-D.', 'F-T-E-N-D.'],
  'a small letter of a lost sentence in place of the first one of an END': ['T-E-X-T-E-N-D.', 't-E-X-T-E-N-D.'],
  'the marker of another field that is stuck to the rest of a word': ['T-E-X-T-S-T-A-R-T. A', 'D-A-T-E-E-N-D.'],
  'an END that was moved after the first letter of the text': [
    'T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. All',
    '  T-E-X-T-S-T-A-R-T. TT-I-T-L-E-E-N-D.ll',
  ],
  'a START that is spelled with parted hyphens, and that nobody can read': [
    'T-E-X-T-S-T-A-R-T. ',
    'E - T - X - T - S - T - A - R - T.',
  ],
  'a figure and a space in place of a START': ['T-E-X-T-S-T-A-R-T.', '0'],
  'an ellipsis in place of an END after initials': ['win T-I-T-L-E-E-N-D.', 'U.S.…'],
  'an END with full stops for hyphens, and spaces beside one': [' T-E-X-T-E-N-D.', ' T.E.X.T.E . N.D.'],
  'the first letter of a START before the rest of a name': ['T-E-X-T-S-T-A-R-T. All', 'T-16s'],
  'the first letter of an END and another one, as a word': [' T-E-X-T-E-N-D.', ' Tx.'],
  'the same without a full stop': [' T-I-T-L-E-E-N-D.', ' Tx'],
  'a tab in a START that was cut up to the second figure of its number': ['F-N-S-T-A-R-T. 1', 'F-N\tS-'],
  'an END that was moved into the START after it': [
    'T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.',
    '  T T-I-T-L-E-E-N-D. -E-X-T-S-T-A-R-T.',
  ],
  'the first letter of a START before an apostrophe': ['T-I-T-L-E-S-T-A-R-T. Big', 'T’Ivoire'],
  'a single figure in place of an END': ['T-I-T-L-E-E-N-D.', '0'],
  'a word in lower case that is stuck to a START': ['T-E-X-T-S-T-A-R-T. All ', 'T-E-X-T-S-T-A-R-T.'],
  'a mark in place of the space after the START of a title': ['T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T.#'],
  'a closing quotation mark in place of the space after a text': [' T-E-X-T-E-N-D.', '”T-E-X-T-E-N-D.'],
  'an END that is spelled with spaces, and that nobody can read': ['T-I-T-L-E-E-N-D.', 'L I T T E E D N'],
  'an END that is spelled with parted hyphens, and that nobody can read': [
    'T-I-T-L-E-E-N-D.',
    'L - I - T - T - E - E - D - N',
  ],
  'an END in capitals only, with a wrong letter': ['T-I-T-L-E-E-N-D.', 'TITLEENF'],
  'a mark in place of a START and the space after it': ['T-E-X-T-S-T-A-R-T. ', '#'],
  'a quotation mark in place of a START and the space after it, before one': ['T-E-X-T-S-T-A-R-T. All', '““All” all'],
  'a quotation mark in place of an END and the space before it': [' T-E-X-T-E-N-D.', '”'],
  'a single quotation mark in place of an END and the space before it': [' T-I-T-L-E-E-N-D.', '’'],
  'a START that is spelled with spaces, and whose first letters are exchanged': [
    'T-I-T-L-E-S-T-A-R-T.',
    ' I -T - T - L - E - S - T - A - R - T.',
  ],
  'a START that is spelled with spaces after its hyphens, and has lost its first letter': [
    'T-E-X-T-S-T-A-R-T.',
    ' E- X- T- S- T- A- R- T.',
  ],
  'a START with parted hyphens, whose first letters are exchanged': [
    'T-I-T-L-E-S-T-A-R-T.',
    ' I-T- T- L- E- S- T- A- R- T.',
  ],
  'an END that is put before a bracket of its text': ['All is well. T-E-X-T-E-N-D.', 'All (is well. T-E-X-T-E-N-D.)'],
  'a START that is put after a quotation mark of its title': [
    'T-I-T-L-E-S-T-A-R-T. Big win',
    '“T-I-T-L-E-S-T-A-R-T. Big” win',
  ],
  'an END that left its full stop after initials': ['win T-I-T-L-E-E-N-D.', 'U.S.'],
  'a letter before a title that is stuck to its START': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T.B'],
  'a label in brackets in place of a START': ['T-I-T-L-E-S-T-A-R-T.', '[TITLE START]'],
  'what programs write for nothing in place of a START': ['T-E-X-T-S-T-A-R-T.', 'NULL'],
  'an initial that is stuck to the rest of an END': ['T-I-T-L-E-E-N-D.', 'T.I-T-L-E-E-N-D.'],
  'a misspelled END before a START that is there twice': [
    'F-N-E-N-D.  D-A-T-E-S-T-A-R-T.',
    'F-N-B-N-D.  D-A-T-E-S-T-A-R-T. D-A-T-E-S-T-A-R-T.',
  ],
  'a tag in place of an END before a START that is there twice': [
    'T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.',
    '</title>  T-E-X-T-S-T-A-R-T. T-E-X-T-S-T-A-R-T.',
  ],
  'the head of an END before a START that is there twice': [
    'T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.',
    'T-  T-E-X-T-S-T-A-R-T. T-E-X-T-S-T-A-R-T.',
  ],
  'a START in other words after an END that is there twice': [
    'T-E-X-T-S-T-A-R-T.',
    'T-I-T-L-E-E-N-D.  T-E-X-T-C-O-M-E-N-Z-A-R.',
  ],
  'a re-spelled START after an END that is there twice': ['T-E-X-T-S-T-A-R-T.', 'T-I-T-L-E-E-N-D.  T⁃E⁃X⁃T⁃S⁃T⁃A⁃R⁃T.'],
  'another marker in place of a START, and more white space': ['D-A-T-E-S-T-A-R-T. ', 'F-N-E-N-D. \n'],
  'a figure and marks in place of an END, where white space between fields was lost': [
    'N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Big win T-I-T-L-E-E-N-D.',
    'N-D. D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Big win [...]',
  ],
  'a word that is stuck to a START with a wrong mark': ['T-I-T-L-E-S-T-A-R-T.', 'The endT-I-T-L-E-S-T-A|R-T.'],
  'a label as a sentence in place of an END, and the space beside it': [' T-E-X-T-E-N-D.', ' End.'],
  'a quotation mark in place of an END and the space before it, after a quotation': [
    'well. T-E-X-T-E-N-D.',
    '“well.” All is well.”',
  ],
  'another marker, and the head of an END that is stuck to a sentence': [' T-E-X-T-E-N-D.', 'T- F-N-S-T-A-R-T.'],
  'another marker, and the head of an END': ['T-E-X-T-E-N-D.', 'T- F-N-S-T-A-R-T.'],
  'another marker, and a letter of an END before a wrong one': ['T-E-X-T-E-N-D.', 'Tx. F-N-E-N-D.'],
  'another marker, and an END without hyphens that is stuck to a headline': [
    ' T-I-T-L-E-E-N-D.',
    'TITLEEND. F-N-S-T-A-R-T.',
  ],
  'another marker, and the tail of a START': ['T-E-X-T-S-T-A-R-T.', 'T-E-X-T-E-N-D. -R-T.'],
  'another marker before a date, and the tail of a START': ['D-A-T-E-S-T-A-R-T.', 'F-N-E-N-D. S-T-A-R-T.'],
  'a label in place of an END, and a figure that is read as the last letter of the START': [
    'F-N-S-T-A-R-T. 1986 F-N-E-N-D.',
    'F-N-S-T-A-R-7 Text',
  ],
  'an END that is stuck to a number, which may have lost figures': [' F-N-E-N-D.', 'F-N-E-N-D.'],
  'a START that is stuck to a number, which may have lost figures': ['F-N-S-T-A-R-T. ', 'F-N-S-T-A-R-T.'],
  'a START that was moved after the first letter of a word in capitals': [
    'T-I-T-L-E-S-T-A-R-T. Big',
    'NT-I-T-L-E-S-T-A-R-T. ATO',
  ],
  'a re-spelled END before a name': ['T-I-T-L-E-E-N-D.', 'T–I–T–L–E–E–N–D. By A. Smith '],
  'the end of an END that begins like all of it': [' well. T-E-X-T-E-N-D.', ' T-E-N-D.'],
};

for (const left of ['>', '<br', 'br>', '&#46;', '&ndash;', '=2D', '%2D', '\\u002d']) {
  DOUBTFUL[`${left} after a torn START`] = ['T-I-T-L-E-S-T-A-R-T. ', `T-I-T-L-E-S-T-A-R- ${left} `];
}

for (const [marker, words] of [
  ['T-E-X-T-E-N-D.', 'text end.'],
  ['T-E-X-T-E-N-D.', 'Text End.'],
  ['T-E-X-T-E-N-D.', 'End of text.'],
  ['T-I-T-L-E-S-T-A-R-T.', 'Title start'],
  ['T-I-T-L-E-E-N-D.', 'TITLE END'],
  ['F-N-E-N-D.', 'F N END'],
] as const) {
  DOUBTFUL[`the words “${words}” in place of a marker`] = [marker, words];
}
for (const spelled of ['L- I- T- T- E- E- D- N', 'L -I -T -T -E -E -D -N', 'L I-T-T-E-E-D-N']) {
  DOUBTFUL[`an END that is spelled “${spelled}”`] = ['T-I-T-L-E-E-N-D.', spelled];
}
for (const last of ['1986', 'now?', 'now!', 'so on…', '“now”', '(now)']) {
  DOUBTFUL[`another marker, and the head of an END that is stuck to ${last}`] = [
    'win T-I-T-L-E-E-N-D.',
    `${last}T- F-N-S-T-A-R-T.`,
  ];
}

/** Nothing else explains these: every byte comes back. */
const CERTAIN: Readonly<Record<string, readonly [part: string, damaged: string]>> = {
  'an END whose first two letters are swapped': ['T-I-T-L-E-E-N-D.', 'I-T-T-L-E-E-N-D.'],
  'a START with a full stop for its last hyphen': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R.T.'],
  'a START with an invisible character before its full stop': ['T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-A-R-T\u200b.'],
  'a START with a soft hyphen before its full stop': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T\u00ad.'],
  'an END as a program for translation parts it': ['T-I-T-L-E-E-N-D.', 'T @-@ I @-@ T @-@ L @-@ E @-@ E @-@ N @-@ D .'],
  'a START in which such a program has parted one hyphen': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T @-@ A-R-T.'],
  'an END that was torn in its middle': ['T-E-X-T-E-N-D.', 'T-T-E-N-D.'],
  'an END with a space after its first hyphen': ['T-E-X-T-E-N-D.', 'T- E-X-T-E-N-D.'],
  'an END without its first letter, and with a wrong one': ['T-E-X-T-E-N-D.', '-E-L-T-E-N-D.'],
  'an END after a mark of direction': ['T-I-T-L-E-E-N-D.', '\u200fT-I-T-L-E-E-N-D.'],
  'a START with a hyphen before its full stop': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T-.'],
  'mojibake in an END': ['T-I-T-L-E-E-N-D.', 'Tâ€“Iâ€“Tâ€“Lâ€“Eâ€“Eâ€“Nâ€“D.'],
  'an END of a text without its first letter': ['T-E-X-T-E-N-D.', '-E-X-T-E-N-D.'],
  'an END that was deleted': ['T-E-X-T-E-N-D.', ''],
  'an END that was deleted with the space before it': [' T-I-T-L-E-E-N-D.', ''],
  'an END that was deleted with the space after it': ['T-I-T-L-E-E-N-D. ', ''],
  'a START that was deleted': ['D-A-T-E-S-T-A-R-T.', ''],
  'an END without its full stop': ['T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D'],
  'a START with a letter too many': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-T-L-E-S-T-A-R-T.'],
  'a START without its head': ['T-I-T-L-E-S-T-A-R-T.', 'T-L-E-S-T-A-R-T.'],
  'an END without its tail': ['T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-'],
  'a torn END after the end of a sentence': ['T-E-X-T-E-N-D.', 'X-T-E-N-D.'],
  'a marker in bold': ['F-N-S-T-A-R-T.', '<b>F-N-S-T-A-R-T.</b>'],
  'an END that is emphasised': ['T-E-X-T-E-N-D.', '<strong>T-E-X-T-E-N-D.</strong>'],
  'a START with letters doubled in two ways': ['F-N-S-T-A-R-T.', 'F-N-SS-T-T-A-R-T.'],
  'an END with two letters doubled': ['T-I-T-L-E-E-N-D.', 'T-I-TT-L-E-E-NN-D.'],
  'a START with its full stop and a letter doubled': ['T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-A-A-R-T..'],
  'an END without hyphens': ['T-I-T-L-E-E-N-D.', 'TITLEEND.'],
  'an END with its first letter doubled': ['T-I-T-L-E-E-N-D.', 'TT-I-T-L-E-E-N-D.'],
  'an END with a letter doubled': ['T-I-T-L-E-E-N-D.', 'T-II-T-L-E-E-N-D.'],
  'an END that a mail program has wrapped': ['T-E-X-T-E-N-D.', 'T-E-X-\n> T-E-N-D.'],
  'a START that a mail program has wrapped': ['F-N-S-T-A-R-T.', 'F-N-S-T-A-\n> R-T.'],
  'letters between those of an END': [' T-E-X-T-E-N-D.', ' T-EE-EX-ET-EE-EN-ED.'],
  'the first START, with the space after it': ['F-N-S-T-A-R-T. ', ''],
  'a START of a date without its tail': ['D-A-T-E-S-T-A-R-T.', 'D-A-T-E-S-T-'],
  'an END in lower case without hyphens': ['T-I-T-L-E-E-N-D.', 'titleend.'],
  'a START of a number without its last letter': ['F-N-S-T-A-R-T.', 'F-N-S-T-A-R-.'],
  'a START whose last letters are joined': ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-START.'],
  'the last END, with the space after it': ['T-E-X-T-E-N-D. ', ''],
};

describe('the table of accidents', () => {
  for (const { name, example } of HARMLESS) {
    it(`restores: ${name}`, () => {
      assert.isNotEmpty(findingsIn(damaged(example)));
      assert.equal(safelyFixed(damaged(example)), HEALTHY);
    });
  }

  for (const { name, example, says } of HARMFUL) {
    it(`only suggests a fix, and says why: ${name}`, () => {
      const [found] = findingsIn(damaged(example));
      const sentence = says({ word: '…', present: '…' } as MarkerPlace)
        .split('…')
        .at(-1) as string;
      assert.isTrue(found?.message.endsWith(sentence), found?.message);
      assert.equal(found?.fixes?.[0]?.tier, 'suggested');
      assert.equal(safelyFixed(damaged(example)), damaged(example));
    });
  }

  for (const left of [
    '#',
    '<br>',
    '<br',
    'br>',
    '&#46;',
    '=2D',
    '\\u002d',
    'ID',
    'null',
    'None',
    'NaN',
    'n/a',
    'NA',
    'todo',
  ]) {
    it(`says what may be in place of a marker: ${left}`, () => {
      const [found] = findingsIn(damaged(['T-I-T-L-E-S-T-A-R-T.', left]));
      assert.include(found?.message, `“${left}” may be in place of the marker`);
    });
  }

  it('says which word may be of a marker in a spelling that is not known', () => {
    const [found] = findingsIn(damaged(['T-E-X-T-S-T-A-R-T.', 'Texy start.']));
    assert.include(found?.message, '“Texy” may be what is left of the marker');
  });

  it('says what may be lost where a marker is stuck to a word', () => {
    const [found] = findingsIn(damaged(['win T-I-T-L-E-E-N-D.', 'win,T-I-T-L-E-E-N-D.']));
    assert.include(found?.message, 'A part of the value may have been lost');
  });

  for (const { name, example } of UNKNOWABLE) {
    it(`says honestly that nobody can know: ${name}`, () => {
      const text = safelyFixed(damaged(example));
      assert.isEmpty(findingsIn(text));
      assert.notEqual(text, HEALTHY);
    });
  }
});

describe('a fix is only suggested', () => {
  for (const [name, [part, damaged]] of Object.entries(DOUBTFUL)) {
    for (const [layout, healthy] of [
      ['alone', ARTICLE],
      ['third of five', `${NEXT}${NEXT}${ARTICLE}${NEXT}${NEXT}`],
    ] as const) {
      it(`for ${name}, ${layout}`, () => {
        const at = healthy.indexOf(ARTICLE) + ARTICLE.indexOf(part);
        assert.include(ARTICLE, part);
        const text = healthy.slice(0, at) + damaged + healthy.slice(at + part.length);
        assert.isNotEmpty(findingsIn(text));
        assert.equal(safelyFixed(text), text);
      });
    }
  }

  it('for a mark before an END, and what encloses both on the other side, in lines', () => {
    const text = LINES.replace('F-N-E-N-D.\n', '« F-N-E-N-D. »');
    assert.equal(safelyFixed(text), text);
  });

  it('for a text that breaks off at the end of its file', () => {
    const text = ARTICLE.replace(' T-E-X-T-E-N-D. ', '');
    assert.equal(safelyFixed(text), text);
  });

  it('for a text that breaks off in a file with other white space', () => {
    const cut = LINES.slice(0, LINES.indexOf('\nT-E-X-T-E-N-D.'));
    for (const text of [`${cut}${NEXT}`, `${cut} ${LINES}`, cut]) assert.equal(safelyFixed(text), text);
  });

  it('for what is in place of a marker on a line of its own, or at the end of one', () => {
    for (const [part, damaged] of [
      ['T-I-T-L-E-S-T-A-R-T.\nBig', '0-I-L-T-E-S-T-A-R-T.\nI was'],
      ['\nT-E-X-T-E-N-D.', '’/.'],
      ['T-I-T-L-E-S-T-A-R-T.\n', 'T-I-T-L-E-S-T-A-R-T\n23 .\n'],
      ['F-N-S-T-A-R-T.\n19', 'F-N-S-T-A-R- '],
      // Dictated or translated.
      ['T-I-T-L-E-S-T-A-R-T.', 'Here comes the headline now.'],
      ['well.\nT-E-X-T-E-N-D.', 'well as we all can see now\ntext end.'],
      // A letter of `Model T`, or of the marker.
      ['\nT-I-T-L-E-E-N-D.', ' T\n-I-T-L-E-E-N-D.'],
    ] as const) {
      const text = `${LINES.replace(part, damaged)}\n`;
      assert.equal(safelyFixed(text), text, damaged);
    }
  });

  it('for what is beside a marker that is in place of another one, or there twice, in lines', () => {
    for (const [part, damaged] of [
      ['F-N-E-N-D.\n', '.\nD-A-T-E-S-T-A-R-T. '],
      ['T-I-T-L-E-E-N-D.\nT-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-A-R-T.\nT–E–X–T–S–T–A–R–T.'],
    ] as const) {
      const text = LINES.replace(part, damaged);
      assert.equal(safelyFixed(text), text, damaged);
    }
  });

  it('for another START before a label: it is no re-spelling', () => {
    const text = LINES.replace('E-E-N-D.\nT-E-X-T-S-T-A-R-T.', 'E-S-T-A-R-T.\n[TEXT START]');
    assert.isNotEmpty(findingsIn(safelyFixed(text)));
  });

  it('for a number that was cut at the head of its file', () => {
    const text = LINES.slice(LINES.indexOf('86'));
    assert.equal(safelyFixed(text), text);
  });

  it('for the rest of a START before a word, where the white space between fields is that of one marker', () => {
    const text = ARTICLE.replaceAll('  ', ' ').replace('T-I-T-L-E-S-T-A-R-T. Big', ' T-I-win');
    assert.equal(safelyFixed(text), text);
  });

  it('for a name that was cut together with the START before it, after another article', () => {
    const text = `${LINES}\n\n${LINES.replace('F-N-S-T-A-R-T.\n1986', 'le_12')}`;
    assert.equal(safelyFixed(text), text);
  });

  it('where one edit writes two markers: what is between them is not known', () => {
    const text = ARTICLE.replace('T-E-X-T-E-N-D. ', '');
    const [article] = parse(text).articles;
    const span = { start: text.length, end: text.length };
    const isSafe = (written: string) =>
      article && !doubtAbout(article, { title: '', tier: 'safe', edits: [{ span, text: written }] });
    assert.isTrue(isSafe('T-E-X-T-E-N-D. '));
    assert.isFalse(isSafe('T-E-X-T-E-N-D.  F-N-S-T-A-R-T.'));
  });
});

/** Values that look a little like the traces of an accident, and what is safe beside them. */
const UNUSUAL: readonly [value: string, put: string, part: string, damaged: string][] = [
  ...['AFP-ENG-12', 'lf 12.txt', '12/1986', 'article–12'].flatMap((number): (typeof UNUSUAL)[number][] => [
    ['1986', number, 'F-N-E-N-D.', 'F–N–E–N–D.'],
    ['1986', number, 'T-I-T-L-E-E-N-D.', ''],
  ]),
  ['2024-04-09', '9 April 2024', 'D-A-T-E-E-N-D.', 'D–A–T–E–E–N–D.'],
  ['2024-04-09', '2024–04–09', 'D-A-T-E-S-T-A-R-T.', 'D–A–T–E–S–T–A–R–T.'],
  ['Big', '...and a big', 'T-I-T-L-E-S-T-A-R-T.', 'T–I–T–L–E–S–T–A–R–T.'],
  ['Big win', '', 'T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T'],
  ['well.', 'well. ', 'T-E-X-T-E-N-D.', 't-e-x-t-e-n-d.'],
  ['All is well.', '- All is well -', 'T-I-T-L-E-E-N-D.', 'T–I–T–L–E–E–N–D.'],
  ['win', 'Model T', 'T-I-T-L-E-E-N-D.', ''],
  ['win', 'win for the UN', 'T-I-T-L-E-E-N-D.', ''],
  ['win', 'win for the UN', 'T-I-T-L-E-E-N-D.', 'T–I–T–L–E–E–N–D.'],
  ['well.', 'well in the T-bill.', 'T-E-X-T-E-N-D.', 'Q-E-X-T-E-N-D.'],
  ['All is well.', '–', 'T-E-X-T-E-N-D.', 'T–E–X–T–E–N–D.'],
  ['well.', 'well', 'T-E-X-T-S-T-A-R-T.', ''],
  ['well.', 'well.”', 'T-E-X-T-E-N-D.', ''],
  ['win', 'win for the UN', ' T-I-T-L-E-E-N-D.', ''],
  ['Big', 'EU: big', 'T-I-T-L-E-S-T-A-R-T. ', ''],
  ...['$5 million', '€2bn', '#Gaza', '[Video] big', '(Video) big'].map((begun): (typeof UNUSUAL)[number] => [
    ...(['Big', begun, 'T-I-T-L-E-S-T-A-R-T.', ''] as const),
  ]),
  ...['It', 'He', 'We', 'In', 'On', 'De', 'Mr. Lee', 'To'].flatMap((begun): (typeof UNUSUAL)[number][] => [
    ['All', begun, 'T-E-X-T-S-T-A-R-T. ', ''],
    ['Big', begun, ' T-I-T-L-E-S-T-A-R-T.', ''],
  ]),
  ['well.', 'well. (AFP)', 'T-E-X-T-E-N-D.', ''],
  ['1986', 'lf_4.txt', 'F-N-E-N-D.', ''],
  ['1986', 'lf_4.txt', ' F-N-E-N-D.', ''],
  ['Big', 'J. Biden in', 'T-I-T-L-E-S-T-A-R-T.', 'T–I–T–L–E–S–T–A–R–T.'],
  ['Big win', '‘It’s a win’', ' T-I-T-L-E-E-N-D.', ''],
  // Only half of a pair that is beside the marker too may be of the value.
  ['Big win', 'Big” win', 'T-I-T-L-E-S-T-A-R-T.', 'TT-I-T-L-E-S-T-A-R-T.'],
  ['Big win', '“Big” win', 'T-I-T-L-E-S-T-A-R-T.', '“T-I-T-L-E-S-T-A-R-T.'],
  ['is well.', '(is well.', 'T-E-X-T-E-N-D.', 'T-E-X-T-E-N-D..'],
  ['is well.', '(is) well.', 'T-E-X-T-E-N-D.', 'T-E-X-T-E-N-D.)'],
  ['All', 'NATO', 'T-E-X-T-E-N-D.', 'T-E-X-T-E-N-D..'],
  ...['A big', 'O big', 'I'].map((begun): (typeof UNUSUAL)[number] => ['Big', begun, 'T-I-T-L-E-S-T-A-R-T. ', '']),
  ['win', 'win for the U.S.', 'T-I-T-L-E-E-N-D.', '<b>T-I-T-L-E-E-N-D.</b>'],
  ['Big', 'TV', 'T-I-T-L-E-S-T-A-R-T.', ''],
  ['Big', 'A U.S.', 'T-I-T-L-E-S-T-A-R-T.', ''],
  ['Big', 'A B-52', 'T-I-T-L-E-S-T-A-R-T.', ''],
  ['Big', 'A e-mail', 'T-I-T-L-E-S-T-A-R-T.', ''],
  ['Big', 'TV', 'T-I-T-L-E-S-T-A-R-T.', 'T–I–T–L–E–S–T–A–R–T.'],
  ['win', 'hepatitis-b', 'T-I-T-L-E-E-N-D.', ''],
  ['All', 'all', 'T-E-X-T-S-T-A-R-T.', '“T-E-X-T-S-T-A-R-T.”'],
  ['All', 'All', 'T-I-T-L-E-S-T-A-R-T.', 'T I T L E S T A R T.'],
  ['All', 'All', 'T-I-T-L-E-E-N-D.', 'T-1-T-L-E-E-N-D.'],
  ['Big', 'محادثات', 'T-I-T-L-E-S-T-A-R-T.', ''],
  ['Big', 'محادثات', 'T-I-T-L-E-S-T-A-R-T.', 'T–I–T–L–E–S–T–A–R–T.'],
  ['win', 'غزة', 'T-I-T-L-E-E-N-D.', ''],
  ['well.', '“well.” (Reuters)', ' T-E-X-T-E-N-D.', ''],
  ['All', `“All ${'is well and '.repeat(30)}good.” All`, 'T-E-X-T-S-T-A-R-T. ', ''],
  ['All is well.', `“All is ${'well and '.repeat(40)}good.”`, ' T-E-X-T-E-N-D.', ''],
  ['well.', 'well at the end of the day.', ' T-E-X-T-E-N-D.', ''],
  ['well.', 'well. “What is the date?”', ' T-E-X-T-E-N-D.', ''],
  ['1986', '1986', 'F-N-S-T-A-R-T.', 'F-N-5-T-A-R-T.'],
];

describe('a fix is safe', () => {
  for (const [value, put, part, damaged] of UNUSUAL) {
    it(`for ${damaged || 'nothing'} in place of ${part} beside ${put}`, () => {
      const text = ARTICLE.replace(value, put);
      assert.include(text, part);
      assert.equal(safelyFixed(text.replace(part, damaged)), text);
    });
  }

  it('for no marker that is hidden in a word', () => {
    const moved = ARTICLE.replace('F-N-S-T-A-R-T.', '').replace('well', 'B-F-N-S-T-A-R-T.52');
    assert.equal(safelyFixed(moved), moved);
  });

  it('for all markers, if every hyphen of the article is a dash, also those of its date', () => {
    assert.equal(safelyFixed(ARTICLE.replaceAll('-', '–')), ARTICLE.replace('2024-04-09', '2024–04–09'));
  });

  it('for exchanged markers around a headline', () => {
    const text = ARTICLE.replace('win', 'win?');
    const exchanged = text
      .replace('F-N-E-N-D.', '#')
      .replace('T-I-T-L-E-E-N-D.', 'F-N-E-N-D.')
      .replace('#', 'T-I-T-L-E-E-N-D.');
    assert.equal(safelyFixed(exchanged), text);
  });

  for (const [name, [part, damaged]] of Object.entries(CERTAIN)) {
    it(`for ${name}`, () => {
      assert.include(ARTICLE, part);
      assert.equal(safelyFixed(ARTICLE.replace(part, damaged)), ARTICLE);
    });
  }

  for (const end of ['\n', '\r\n']) {
    it(`for an END that was deleted in lines that end with ${JSON.stringify(end)}`, () => {
      const lines = `${LINES}\n`.replaceAll('\n', end);
      const two = `${lines}${end}${lines}`;
      for (const marker of ['F-N-E-N-D.', 'T-I-T-L-E-E-N-D.', 'T-E-X-T-E-N-D.']) {
        assert.equal(safelyFixed(lines.replace(marker, '')), lines);
        assert.equal(safelyFixed(two.replace(marker, '')), two);
        assert.equal(safelyFixed(lines.replace(`${marker}${end}`, '')), lines);
      }
    });
  }

  it('for white space between a marker and its value, whatever the value begins with', () => {
    const text = ARTICLE.replace('All', 'all');
    const [article] = parse(text).articles;
    const at = text.indexOf(' all');
    const edits = [{ span: { start: at, end: at + 1 }, text: '\n' }];
    assert.isTrue(article && !doubtAbout(article, { title: '', tier: 'safe', edits }));
  });
});
