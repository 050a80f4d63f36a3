import { assert } from 'chai';
import { misspelledMarker } from '../../../../server/src/core/rules/misspelled-marker';
import { articleText } from '../articles';
import { findingsIn } from '../findings';
import { expectExample, expectFindings, fixed, fixTitles } from './expect';

describe('misspelled-marker', () => {
  it('points at the marker that is meant', () => {
    expectFindings(
      misspelledMarker,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T–I–T–L–E–E–N–D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                                                          ^^^^^^^^^^^^^^^^ T–I–T–L–E–E–N–D. is not a marker: its – is U+2013, not a hyphen. Did you mean T-I-T-L-E-E-N-D.?
`,
    );
  });

  for (const [written, unseen] of [
    ['T-I-T-L-E-E-N-D', ': its full stop is missing'],
    ['T-I-T-L-\u0415-E-N-D.', ': its \u0415 is U+0415, not E'],
    ['T-I-T-L-E\u00ad-E-N-D', ': its \u00ad is U+00AD, not a hyphen, and its full stop is missing'],
    ['T-I-T-L-E-\u200bE-N-D.', ': its \u200b is U+200B, not part of a marker'],
    ['T-I-T-L-E-E-N-D.\ufeff', ': it contains a byte order mark (U+FEFF), left from joining files'],
    ['T-I-T-E-L-E-N-D.', ''],
  ] as const) {
    it(`says what is hard to see in ${JSON.stringify(written)}`, () => {
      const found = findingsIn(
        ` F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce ${written}  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `,
      );
      assert.deepEqual(
        found.map(({ message }) => message),
        [`${written} is not a marker${unseen}. Did you mean T-I-T-L-E-E-N-D.?`],
      );
    });
  }

  it('sees two in one field', () => {
    expectFindings(
      misspelledMarker,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T Truce t-i-t-l-e-e-n-d.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
                                                                               ^^^^^^^^^^^^^^^^^^^ T-I-T-L-E-S-T-A-R-T is not a marker: its full stop is missing.
                                                                                                         ^^^^^^^^^^^^^^^^ t-i-t-l-e-e-n-d. is not a marker.
`,
    );
  });

  it('leaves a pair alone that matches itself, however near its name', () => {
    expectFindings(
      misspelledMarker,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-E-L-S-T-A-R-T. Truce T-I-T-E-L-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. 
`,
    );
  });

  it('sees what is left beside the marker that was written in its place', () => {
    expectFindings(
      misspelledMarker,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D  F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T–E–X–T–E–N–D. T-E-X-T-E-N-D. 
                     ^^^^^^^^^ F-N-E-N-D looks like F-N-E-N-D., but is a part of the value.
                                                                                                               ^^^^^^^^^^^^^^^^ T-L-E-S-T-A-R-T. looks like T-I-T-L-E-S-T-A-R-T., but is a part of the value.
                                                                                                                                                                                  ^^^^^^^^^^^^^^ T–E–X–T–E–N–D. looks like T-E-X-T-E-N-D., but is a part of the value.
`,
    );
  });

  for (const [put, value, removed] of [
    ['Truce T-I-T-L-Q-E-N-D.', 'Truce', 'T-I-T-L-Q-E-N-D.'],
    ['Truce  t-i-t-l-e-e-n-d.', 'Truce', 't-i-t-l-e-e-n-d.'],
    ['D-A-T-E-T-I-T-L-E-S-T-A-R-T. Truce', 'Truce', 'D-A-T-E-T-I-T-L-E-S-T-A-R-T.'],
    ['T-I-T-L-', '', 'T-I-T-L-'],
    ['Truce T-', 'Truce', 'T-'],
    ['Truce T -', 'Truce', 'T -'],
    ['R-T. Truce', 'Truce', 'R-T.'],
    ['-T. Truce', 'Truce', '-T.'],
    ['Truce T-I', 'Truce', 'T-I'],
    ['Truce T-I-T', 'Truce', 'T-I-T'],
    ['Truce T-I-', 'Truce', 'T-I-'],
    ['A-R-T. Truce', 'Truce', 'A-R-T.'],
    ['-R-T. Truce', 'Truce', '-R-T.'],
    ['TITLESTART. Truce', 'Truce', 'TITLESTART.'],
    ['Truce TITLEEND', 'Truce', 'TITLEEND'],
    ['Truce T I T L E E N D.', 'Truce', 'T I T L E E N D.'],
    ['Truce t_i_t_l_e_e_n_d', 'Truce', 't_i_t_l_e_e_n_d'],
    ['T. I. T. L. E. S. T. A. R. T. Truce', 'Truce', 'T. I. T. L. E. S. T. A. R. T.'],
    ['Truce T~I~T~L~E~E~N~D.', 'Truce', 'T~I~T~L~E~E~N~D.'],
    ['Truce T[-]I[-]T[-]L[-]E[-]E[-]N[-]D', 'Truce', 'T[-]I[-]T[-]L[-]E[-]E[-]N[-]D'],
    ['Truce T%2DI%2DT%2DL%2DE%2DE%2DN%2DD.', 'Truce', 'T%2DI%2DT%2DL%2DE%2DE%2DN%2DD.'],
    [
      'T&#45;I&#45;T&#45;L&#45;E&#45;S&#45;T&#45;A&#45;R&#45;T. Truce',
      'Truce',
      'T&#45;I&#45;T&#45;L&#45;E&#45;S&#45;T&#45;A&#45;R&#45;T.',
    ],
    ['T*I*T*L*E*S*T*A*R*T. Truce', 'Truce', 'T*I*T*L*E*S*T*A*R*T.'],
    ...['&ndash;', '&#8208;', '&#x2010;', '&amp;#8211;', '\\u2010', '%E2%80%93', '\\textendash '].flatMap((joint) => {
      const [start, end] = ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-E-N-D.'].map((marker) =>
        marker.replaceAll('-', joint),
      ) as [string, string];
      return [
        [`${start} Truce`, 'Truce', start],
        [`Truce ${end}`, 'Truce', end],
      ] as const;
    }),
    ['They winT-I-', 'They win', 'T-I-'],
    ['They win.T-I-T-L', 'They win.', 'T-I-T-L'],
    ['R-T.Truce', 'Truce', 'R-T.'],
  ] as const) {
    it(`offers to remove ${removed} from “${put}”`, () => {
      const text = (title: string) =>
        ` F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. ${title} T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. `;
      assert.deepEqual(fixTitles(misspelledMarker, text(put)), [`Remove ${removed}`]);
      assert.equal(fixed(misspelledMarker, text(put)), text(value));
      assert.equal(findingsIn(text(put))[0]?.fixes?.[0]?.tier, 'suggested');
    });
  }

  const LINES =
    'F-N-S-T-A-R-T.\n1986\nF-N-E-N-D.\nD-A-T-E-S-T-A-R-T.\n2024-04-09\nD-A-T-E-E-N-D.\nT-I-T-L-E-S-T-A-R-T.\nTruce\nT-I-T-L-E-E-N-D.\nT-E-X-T-S-T-A-R-T.\nTalks.\nT-E-X-T-E-N-D.\n';

  for (const [marker, signs] of [
    ['F-N-E-N-D.', '# F-N-E-N-D.'],
    ['T-I-T-L-E-E-N-D.', '23: T-I-T-L-E-E-N-D.'],
    ['T-E-X-T-E-N-D.', '•\tT-E-X-T-E-N-D.'],
    ['T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-A-R-T. -->'],
    ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T. 7|'],
  ] as const)
    for (const end of ['\n', '\r\n'])
      it(`offers to remove what is on the line of a marker that has its own: ${JSON.stringify(signs + end)}`, () => {
        const lines = LINES.replaceAll('\n', end);
        const text = lines.replace(marker, signs);
        assert.deepEqual(
          findingsIn(text).map(({ code }) => code),
          ['misspelled-marker'],
        );
        assert.equal(fixed(misspelledMarker, text), lines);
        assert.equal(findingsIn(text)[0]?.fixes?.[0]?.tier, 'suggested');
      });

  for (const signs of ['•', '—', '(12)', '3)'])
    it(`offers to remove a sign of a list, and the tab after it: ${signs}`, () => {
      const healthy = articleText(['1986', '2024-04-09', 'Truce', 'Talks.']);
      for (const end of ['F-N-E-N-D.', 'T-I-T-L-E-E-N-D.', 'T-E-X-T-E-N-D.']) {
        const text = healthy.replace(end, `${signs}\t${end}`);
        assert.equal(fixed(misspelledMarker, text), healthy);
        assert.equal(findingsIn(text).length, 1);
      }
    });

  it('offers to remove the number of an item after a sentence, and no year that ends one', () => {
    const healthy = articleText(['1986', '2024-04-09', 'Truce', 'Talks.']);
    assert.equal(fixed(misspelledMarker, healthy.replace('Talks. ', 'Talks. 1.\t')), healthy);
    assert.deepEqual(findingsIn(healthy.replace('Talks. ', 'Talks in 2006.\t')), []);
  });

  it('leaves alone the marks that a number may have', () => {
    for (const number of ['№ 12', '12 %', '$ 5', '( 12 )', '[ 12 ]', '« 12 »', '§ 7'])
      assert.isEmpty(findingsIn(articleText([number, '2024-04-09', 'Truce', 'Talks go on.'])), number);
  });

  for (const number of ['1986 •', '# 1986', '— 1986', '1986 >>'])
    it(`offers to remove a mark from a number: ${number}`, () => {
      for (const healthy of [articleText(['1986', '2024-04-09', 'Truce', 'Talks.']), LINES]) {
        const text = healthy.replace('1986', number);
        assert.equal(fixed(misspelledMarker, text), healthy);
        assert.include(findingsIn(text)[0]?.message, 'is beside F-N-');
      }
    });

  it('leaves marks alone that values may have', () => {
    for (const text of [
      articleText(['lf 12.txt', '2024-04-09', '# Truce #', '• Talks\n# # #']),
      articleText(['No 1986', '2024-04-09', '> Truce >', '\n• Talks\n***']),
      LINES.replace('Talks.', '***\nTalks.\n###'),
      LINES.replace('Talks.', '* * *').replace('Truce', '— Truce —'),
      LINES.replace('Talks.\n', 'Talks.\nThe end '),
      articleText(['1986', '2024-04-09', 'Truce •', 'Talks •']).replaceAll(/ (?=\S+E-N-D)/g, '\t'),
    ])
      assert.deepEqual(findingsIn(text), [], text);
  });

  it('leaves prose alone beside the markers, and what other rules are for', () => {
    for (const [title, text] of [
      ['S-T-A-R-T. of the W-E-E-K-E-N-D.', 'T-R-E-N-D. is spelled out, not E-N-D.'],
      ['T-E-X-T', 'D-A-T-E'],
      ['-A-B-C- and x-y-z', 'a – b – c'],
      ['–A–B–', '–I–T–'],
      ['T. S. Eliot in a Model T', 'Truce in the Model A -'],
      ['T-X', 'A-R-T is long'],
      ['The Golf GT-I-T', 'Talks.'],
      ['T I T L E', 'S T A R T'],
      ['The T. I. T. L. E.', 'T. E. X. T. is spelled out'],
    ]) {
      const found = findingsIn(
        ` F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. ${title} T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. ${text} T-E-X-T-E-N-D. `,
      );
      assert.isEmpty(found);
    }
    const dated =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D–A–T–E–E–N–D. D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ';
    assert.deepEqual(
      findingsIn(dated).map(({ code }) => code),
      ['invalid-date'],
    );
  });

  it('leaves prose alone', () => {
    expectFindings(
      misspelledMarker,
      `
 F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. The U.S. e-mail on F-16, A-B-C, D-Day, T-S-E and S-T-O-P. T-H-E E-N-D. T-E-X-T-E-N-D. 
`,
    );
  });

  it('leaves to a person what is right before an END: it may be the last of the value', () => {
    const text =
      ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Plan BT-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ';
    expectFindings(
      misspelledMarker,
      `
${text}
                                                                                                         ^^^^^^^^^^^^^^^^^ BT-I-T-L-E-E-N-D. is not a marker. Did you mean T-I-T-L-E-E-N-D.?
`,
    );
    assert.deepEqual(fixTitles(misspelledMarker, text), ['Write T-I-T-L-E-E-N-D.', 'Insert white space']);
    assert.include(fixed(misspelledMarker, text, 0), 'Plan T-I-T-L-E-E-N-D.');
    assert.include(fixed(misspelledMarker, text, 1), 'Plan B T-I-T-L-E-E-N-D.');
  });

  it('leaves to a person a marker over two lines whose beginning is stuck to a word', () => {
    const wrapped = (end: string) =>
      `F-N-S-T-A-R-T. 1986 F-N-E-N-D.\nD-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.\nT-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.\nT-E-X-T-S-T-A-R-T. Talks on ${end}`;
    const tierOf = (end: string) => findingsIn(wrapped(end))[0]?.fixes?.[0]?.tier;
    assert.equal(tierOf('T\n-E-X-T-E-N-D.\n'), 'safe');
    assert.equal(tierOf('T*E*X*T\n-E-X-T-E-N-D.\n'), 'suggested');
  });

  it('takes nothing for part of a marker that is a value, or may begin one', () => {
    expectFindings(
      misspelledMarker,
      ' F-N-S-T-A-R-T. 7F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. XT-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.… Talks …T-E-X-T-E-N-D. ',
    );
  });

  it('finds and fixes its example', () => expectExample(misspelledMarker));
});
