// Generated from server/src/core/format.ts by `npm run generate`.

/** A piece of text. It ends before a capital letter with a hyphen, because a marker may begin there, and before white space. */
const PIECE = /([^A-Z\s]|[A-Z]+[^A-Z\s-])(\s*([^A-Z\s]|[A-Z]+[^A-Z\s-]))*/;

module.exports = grammar({
  name: 'article',

  extras: () => [/\s/],

  rules: {
    // Whatever is damaged, the next START begins its field: an article never needs the parser's own recovery.
    source_file: ($) => repeat(choice($.article, $.date_field, $.title_field, $.text_field, $.user_field, $.stray)),

    article: ($) =>
      prec.right(
        seq($.number_field, repeat(choice($.date_field, $.title_field, $.text_field, $.user_field, $.stray))),
      ),

    number_field: ($) =>
      prec.right(
        seq(alias('F-N-S-T-A-R-T.', $.start_marker), optional($.number), optional(alias('F-N-E-N-D.', $.end_marker))),
      ),

    number: ($) =>
      prec.right(
        repeat1(
          choice(
            $._piece, $._capital,
            alias($._user_start, $.stray_marker),
            alias($._user_end, $.stray_marker),
            alias('D-A-T-E-E-N-D.', $.stray_marker),
            alias('T-I-T-L-E-E-N-D.', $.stray_marker),
            alias('T-E-X-T-E-N-D.', $.stray_marker),
          ),
        ),
      ),

    date_field: ($) =>
      prec.right(
        seq(alias('D-A-T-E-S-T-A-R-T.', $.start_marker), optional($.date), optional(alias('D-A-T-E-E-N-D.', $.end_marker))),
      ),

    date: ($) =>
      prec.right(
        repeat1(
          choice(
            $.day, alias($._piece, $.wrong_day), alias($._capital, $.wrong_day),
            alias($._user_start, $.stray_marker),
            alias($._user_end, $.stray_marker),
            alias('F-N-E-N-D.', $.stray_marker),
            alias('T-I-T-L-E-E-N-D.', $.stray_marker),
            alias('T-E-X-T-E-N-D.', $.stray_marker),
          ),
        ),
      ),

    title_field: ($) =>
      prec.right(
        seq(alias('T-I-T-L-E-S-T-A-R-T.', $.start_marker), optional($.title), optional(alias('T-I-T-L-E-E-N-D.', $.end_marker))),
      ),

    title: ($) =>
      prec.right(
        repeat1(
          choice(
            $._piece, $._capital,
            alias($._user_start, $.stray_marker),
            alias($._user_end, $.stray_marker),
            alias('F-N-E-N-D.', $.stray_marker),
            alias('D-A-T-E-E-N-D.', $.stray_marker),
            alias('T-E-X-T-E-N-D.', $.stray_marker),
          ),
        ),
      ),

    text_field: ($) =>
      prec.right(
        seq(alias('T-E-X-T-S-T-A-R-T.', $.start_marker), optional($.text), optional(alias('T-E-X-T-E-N-D.', $.end_marker))),
      ),

    text: ($) =>
      prec.right(
        repeat1(
          choice(
            $._piece, $._capital,
            alias($._user_start, $.stray_marker),
            alias($._user_end, $.stray_marker),
            alias('F-N-E-N-D.', $.stray_marker),
            alias('D-A-T-E-E-N-D.', $.stray_marker),
            alias('T-I-T-L-E-E-N-D.', $.stray_marker),
          ),
        ),
      ),

    user_field: ($) =>
      prec.right(
        seq(
          alias($._user_start, $.start_marker),
          optional(alias($._user_value, $.value)),
          optional(alias($._user_end, $.end_marker)),
        ),
      ),

    _user_value: ($) =>
      prec.right(repeat1(choice($._piece, $._capital, alias('F-N-E-N-D.', $.stray_marker), alias('D-A-T-E-E-N-D.', $.stray_marker), alias('T-I-T-L-E-E-N-D.', $.stray_marker), alias('T-E-X-T-E-N-D.', $.stray_marker)))),

    stray: ($) =>
      prec.right(repeat1(choice($._piece, $._capital, alias($._user_end, $.stray_marker), alias('F-N-E-N-D.', $.stray_marker), alias('D-A-T-E-E-N-D.', $.stray_marker), alias('T-I-T-L-E-E-N-D.', $.stray_marker), alias('T-E-X-T-E-N-D.', $.stray_marker)))),

    day: () => /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/,
    _user_start: () => /([A-Z]-)+S-T-A-R-T\./,
    _user_end: () => /([A-Z]-)+E-N-D\./,
    _piece: () => PIECE,
    _capital: () => /[A-Z]/,
  },
});
