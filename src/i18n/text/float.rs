//! Texts of `frugal-float`.

crate::i18n::catalogue! {
    /// Texts of `frugal-float`.
    pub struct FloatText {
        /// The question.
        title,
        /// A format.
        fp32,
        /// A format.
        tf32,
        /// A format.
        bf16,
        /// A format.
        fp16,
        /// A format.
        e4m3fn,
        /// A format.
        e4m3_ieee,
        /// A format.
        e5m2,
        /// A format.
        e4m3fnuz,
        /// A format.
        e5m2fnuz,
        /// A format.
        e3m4,
        /// A format.
        e3m2,
        /// A format.
        e2m3,
        /// A format.
        e2m1,
        /// A format.
        e8m0,
        /// A format.
        int8,
        /// The reader's own format.
        custom,
        /// Label of the number.
        value,
        /// A number that is none: {text} {shown}.
        value_message,
        /// Label of the code.
        code,
        /// A code that is none: {text} {digits}.
        code_message,
        /// Label of the formats.
        format,
        /// Label of the roundings.
        rounding,
        /// A rounding.
        nearest_even,
        /// A rounding.
        nearest_away,
        /// A rounding.
        toward_zero,
        /// A rounding.
        stochastic,
        /// Label of what overflow does.
        overflow,
        /// An overflow.
        saturate,
        /// An overflow.
        native,
        /// Label of the compared formats.
        compare,
        /// Label of the number of draws.
        draws,
        /// Label of the seed.
        seed,
        /// A seed that is none: {text}.
        seed_message,
        /// Label of a width.
        exponent_bits,
        /// Label of a width.
        mantissa_bits,
        /// Label of the special codes.
        specials,
        /// Special codes.
        ieee,
        /// Special codes.
        finite_nan,
        /// Special codes.
        unsigned_zero_nan,
        /// Special codes.
        finite_only,
        /// Special codes.
        scale_only,
        /// Special codes.
        integer,
        /// Label of the switches.
        bits,
        /// A field of bits.
        sign,
        /// A field of bits.
        exponent,
        /// A field of bits.
        mantissa,
        /// All bits of a scale.
        power,
        /// All bits but the first of an integer.
        digits,
        /// One bit: {field} {place}.
        bit,
        /// Vanishes on first use.
        hint,
        /// A class.
        normal,
        /// A class.
        subnormal,
        /// A class.
        zero,
        /// A class.
        infinity,
        /// A class.
        nan,
        /// A class.
        whole,
        /// A class.
        scale,
        /// Label of the linear line: {count}.
        all_values,
        /// Label of the linear line of a wide format: {count}.
        dense_values,
        /// Label of the log line.
        log_values,
        /// Label of the log line, negative side.
        log_negative,
        /// Under the mark of a number of the other sign: {value}.
        log_mirrored,
        /// Distance of neighbours: {gap}.
        apart,
        /// Values in a binade: {count}.
        a_doubling,
        /// Label of the coarse handle.
        rail_all,
        /// Label of the fine handle.
        rail_near,
        /// Where x stands, spoken: {shown} {decoded}.
        rail_text,
        /// Last bit 0.
        even,
        /// Last bit 1.
        odd,
        /// The value after the last one.
        would_be,
        /// Where halves go: {target}.
        halfway,
        /// Where halves go, to even: {target}.
        halfway_even,
        /// Where halves beyond the end go.
        halfway_lost,
        /// Toward zero: {target}.
        all_toward,
        /// Dice: {low_chance} {low} {high_chance} {high}.
        chances,
        /// Running mean: {draws} {mean}.
        running,
        /// Draws at a neighbour: {count}.
        drawn,
        /// A compared format: {format} {decoded}.
        row,
        /// Its error: {error}.
        row_error,
        /// Its error, where it lies outside: {error} {widths}.
        row_far,
        /// No error.
        row_exact,
        /// NaN is drawn nowhere.
        no_place,
        /// Result: {x} {format} {encoded}.
        lies_exact,
        /// Result, continued: {next_down} {next_up}.
        next_numbers,
        /// Result, continued: {beside}.
        last_number,
        /// Result: {encoded} {format} {decoded}.
        read_code,
        /// Result, continued: {other} {other_value}.
        other_reading,
        /// Result: {x} {count} {format} {decoded} {absolute} {relative}.
        lies_between,
        /// Result, continued: {ulp} {last_gap}.
        gaps,
        /// Result: {x} {low} {high} {decoded}.
        tie,
        /// Why, continued.
        tie_even,
        /// Why, continued.
        tie_away,
        /// Why, continued.
        tie_up,
        /// Result: {x} {largest} {following} {decoded}.
        edge_tie,
        /// Result: {x} {largest} {following} {decoded}.
        edge,
        /// Result: {x} {format} {largest} {saturated} {overflowed} {decoded}.
        beyond,
        /// Result: {x} {format} {largest} {decoded}.
        beyond_only,
        /// Who does which (E4M3FN).
        who,
        /// Result: {format} {encoded}.
        is_nan,
        /// Result: {format} {decoded}.
        no_nan,
        /// Result: {x} {format} {decoded}.
        no_sign,
        /// Result: {x} {inner} {outer} {chance} {draws} {mean} {decoded}.
        dice,
        /// Result, continued.
        dice_only,
        /// Remark: {code} {value}.
        code_wins,
        /// Remark: {code} {bits} {encoded}.
        code_cut,
        /// Remark: {exponent} {mantissa}.
        custom_moved,
        /// A preset.
        preset_tenth,
        /// A preset.
        preset_tie,
        /// A preset.
        preset_edge,
        /// A preset.
        preset_sum,
        /// A preset.
        preset_update,
        /// A preset.
        preset_256,
        /// A preset.
        preset_infinity,
        /// A preset.
        preset_finer,
        /// A preset.
        preset_small,
        /// A preset.
        preset_fp4,
        /// A preset.
        preset_dice,
        /// A preset.
        preset_fnuz,
        /// Caption of the table: {x}.
        table,
        /// A column.
        col_format,
        /// A column.
        col_code,
        /// A column.
        col_bits,
        /// A column.
        col_decoded,
        /// A column.
        col_absolute,
        /// A column.
        col_relative,
        /// A column.
        col_ulp,
        /// A column.
        col_down,
        /// A column.
        col_up,
        /// A column.
        col_largest,
        /// A column.
        col_smallest,
        /// A column.
        col_count,
        /// The relative error in a formula.
        error_name,
        /// A probability in a formula.
        chance_name,
        /// The largest number in a formula.
        largest_name,
        /// Label: what is drawn.
        view,
        /// What is drawn.
        view_lines,
        /// What is drawn.
        view_codes,
        /// What is drawn.
        view_sums,
        /// Label: what the number is added to.
        start,
        /// Label: how often it is added.
        additions,
        /// Both ways to the nearest, where they agree.
        nearest,
        /// Over the grid: {count}.
        codes_all_drawn,
        /// Over the grid of a longer code: {count} {first}.
        codes_some_drawn,
        /// Name of the grid for those who hear it: {count}.
        codes_grid,
        /// A cell: {code} {value} {class}.
        code_said,
        /// What marks of the grid mean.
        codes_key,
        /// Result: {format} {codes} {count}.
        codes_all,
        /// Result, continued.
        codes_zero,
        /// Result, continued: {infinities}.
        codes_inf,
        /// Result, continued.
        codes_nan_one,
        /// Result, continued: {nans}.
        codes_nan,
        /// Result, continued: {inside}.
        codes_inside,
        /// Result, continued: {encoded} {decoded}.
        code_reads,
        /// A sum in a format: {a} {b} {sum}.
        sum_row,
        /// Its true sum in the format: {direct} {target}.
        sum_direct,
        /// Over the curves: {times} {format}.
        sums_head,
        /// What the axis counts.
        sums_times,
        /// At the end of a line: {sum}.
        sums_exact,
        /// At the end of a curve: {rounding} {sum}.
        sums_end,
        /// Name of the curves for those who hear it.
        sums_label,
        /// Result: {format} {x} {start} {step} {from} {sum} {target}.
        sum_same,
        /// Result: the same and {direct}.
        sum_other,
        /// Result, continued: {times} {step} {exact}.
        sum_exact,
        /// Result, continued: {stalled} {end} {gap} {step}.
        sum_stalls,
        /// Result, continued: {end} {gap} {step}.
        sum_never,
        /// Result, continued: {end}.
        sum_full,
        /// Result, continued: {end}.
        sum_arrives,
        /// Result, continued: {dice_end}.
        sum_dice,
        /// Result, continued: {x} {format}.
        sum_nothing,
        /// Result, continued: {fine_ulp} {wide_ulp} {fine_largest} {wide_largest}.
        grid_or_range,
        /// A column.
        col_class,
        /// A column: {x}.
        col_becomes,
        /// A column.
        col_sum,
        /// A column: {times}.
        col_many,
        /// Caption of the table: {x} {start}.
        table_sums,
        /// A question with a computed answer.
        ask_inside,
        /// A question with a computed answer.
        ask_last,
        /// A question with a computed answer.
        ask_stall,
        /// A question with a computed answer.
        ask_not_finite,
        /// A source.
        source_odd,
        /// A source.
        source_fp8,
        /// A source.
        source_ofp8,
        /// A source.
        source_mx,
        /// A source.
        source_fnuz,
        /// A source.
        source_ieee,
        /// A source.
        source_dice,
        /// A source.
        source_overflow,
        /// A source.
        source_v3,
        /// Recipe of the dice.
        note_dice,
    }
}
