// SPDX-License-Identifier: Apache-2.0
/// Comparing figures over a bead.
#include "figure_check.hpp"

#include <algorithm>

#include "weft/figures/agree.hpp"
#include "weft/figures/read_figures.hpp"

namespace weft {
namespace {

/// Number words are read in these; of other languages only digits are compared.
bool has_words(const BeadSide& side) {
  return is_language(side.language, "en") || is_language(side.language, "zh");
}

/// What may stand against each other.
enum class Sort : std::uint8_t { kNumber, kShare, kMoney, kDate, kTime };
Sort sort_of(const Figure& figure) {
  switch (figure.kind) {
    case FigureKind::kPercentage:
    case FigureKind::kFraction:
      return Sort::kShare;
    case FigureKind::kMoney:
      return Sort::kMoney;
    case FigureKind::kDate:
      return Sort::kDate;
    case FigureKind::kTime:
      return Sort::kTime;
    default:
      return Sort::kNumber;
  }
}

/// A year alone is a number to a reader, and so is a bare number beside it.
bool is_year(const Figure& figure) {
  const FigureDate& date = figure.date;
  return figure.kind == FigureKind::kDate && date.era == FigureEra::kNone && date.month == 0 &&
         date.day == 0 && date.weekday == 0;
}

bool has_year(const Figure& figure) {
  return figure.kind == FigureKind::kDate && figure.date.year != 0;
}
bool is_year_number(const Figure& figure) {
  return figure.kind == FigureKind::kNumber && figure.value.whole() && !figure.is_range() &&
         figure.value.numerator() >= 1000 && figure.value.numerator() < 3000;
}

/// 八十年 counts years or names one, in the count of the Republic of China.
bool may_be_year(const Figure& figure) {
  return figure.kind == FigureKind::kNumber ||
         (figure.kind == FigureKind::kDuration && figure.unit == "year" && !figure.is_range());
}

std::string_view kind_of(const Figure& a, const Figure& b) {
  if (only_units_differ(a, b)) return "unit";
  if (a.kind == FigureKind::kMoney || b.kind == FigureKind::kMoney) return "amount";
  const auto dated = [](const Figure& figure) {
    return (figure.kind == FigureKind::kDate && !is_year(figure)) ||
           figure.kind == FigureKind::kTime;
  };
  return dated(a) || dated(b) ? "date" : "number";
}

/// Both say a month, or a day, ...: two dates that can differ in it.
bool comparable_dates(const FigureDate& a, const FigureDate& b) {
  return (a.year != 0 && b.year != 0) || (a.month != 0 && b.month != 0) ||
         (a.day != 0 && b.day != 0) || (a.weekday != 0 && b.weekday != 0);
}

bool covered(const Figure& figure, const std::vector<Figure>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Figure& other) { return agree(figure, other); });
}

/// A year, month or day of the date is in no date of the other side.
bool has_open_part(const Figure& figure, const std::vector<Figure>& others) {
  if (figure.kind != FigureKind::kDate) return false;
  const FigureDate& date = figure.date;
  const auto has = [&](std::uint8_t FigureDate::*part) {
    return date.*part == 0 || std::any_of(others.begin(), others.end(), [&](const Figure& other) {
             return other.kind == FigureKind::kDate && other.date.*part == date.*part;
           });
  };
  Figure year;
  year.kind = FigureKind::kDate;
  year.date.year = date.year;
  return !has(&FigureDate::month) || !has(&FigureDate::day) ||
         (date.year != 0 && date.era == FigureEra::kNone && !covered(year, others));
}

/// Low counts in words come and go in translation (两个人, "they both"): 1 and 2 accuse nobody.
bool is_weak(const Figure& figure) {
  return figure.spelled && figure.kind != FigureKind::kDate && figure.kind != FigureKind::kTime &&
         figure.kind != FigureKind::kMoney && figure.value.whole() && figure.high.to_double() <= 2;
}

std::string plain_text(Figure figure) {
  figure.bound = FigureBound::kExact;
  return canonical_text(figure);
}

/// One digit apart (1792 and 1992): a slip rather than two figures.
bool resembles(const Figure& a, const Figure& b) {
  const std::string one = plain_text(a);
  const std::string other = plain_text(b);
  if (a.kind != b.kind || one.size() < 4 || one.size() != other.size()) return false;
  std::size_t differences = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    differences += one[i] == other[i] ? 0U : 1U;
  return differences == 1;
}

class Comparison {
 public:
  Comparison(const BeadPair& bead, const OpenFigures& open, const Neighbours& neighbours)
      : words_(has_words(bead.source) && has_words(bead.target)) {
    source_ = accusing(open.uncovered, neighbours, &BeadFigures::source, &BeadFigures::target);
    target_ = accusing(open.uncovered, neighbours, &BeadFigures::target, &BeadFigures::source);
    spare_source_ = sure(open.spare.source);
    spare_target_ = sure(open.spare.target);
    source_used_.resize(source_.size());
    target_used_.resize(target_.size());
  }

  /// Pairs what is open; visit(source figure or null, target figure or null).
  template <class Visit>
  void each(Visit visit) {
    pair_off(true, visit);
    pair_off(false, visit);
    take_spares(source_, source_used_, spare_target_,
                [&](const Figure& figure, const Figure& spare) { visit(&figure, &spare); });
    take_spares(target_, target_used_, spare_source_,
                [&](const Figure& figure, const Figure& spare) { visit(&spare, &figure); });
    for (std::size_t i = 0; i < source_.size(); ++i) {
      if (!source_used_[i]) visit(&source_[i], nullptr);
    }
    for (std::size_t j = 0; j < target_.size(); ++j) {
      if (!target_used_[j]) visit(nullptr, &target_[j]);
    }
  }
  [[nodiscard]] std::size_t shifted() const { return shifted_; }

 private:
  [[nodiscard]] bool may_accuse(const Figure& figure) const {
    return !figure.doubtful && !is_weak(figure) && (words_ || !figure.spelled);
  }
  [[nodiscard]] std::vector<Figure> sure(const std::vector<Figure>& figures) const {
    std::vector<Figure> out;
    for (const Figure& figure : figures) {
      if (may_accuse(figure)) out.push_back(figure);
    }
    return out;
  }
  std::vector<Figure> accusing(const BeadFigures& uncovered, const Neighbours& neighbours,
                               std::vector<Figure> BeadFigures::*own,
                               std::vector<Figure> BeadFigures::*side) {
    std::vector<Figure> out;
    for (const Figure& figure : uncovered.*own) {
      if (!may_accuse(figure)) continue;
      const auto has = [&](const OpenFigures* open) {
        return open != nullptr && covered(figure, open->uncovered.*side);
      };
      const bool moved =
          (has(neighbours.before) || has(neighbours.after)) &&
          std::none_of((uncovered.*side).begin(), (uncovered.*side).end(),
                       [&](const Figure& other) { return resembles(figure, other); });
      shifted_ += moved ? 1 : 0;
      if (!moved) out.push_back(figure);
    }
    return out;
  }
  /// First those of one kind and unit, in text order, then those of one sort.
  template <class Visit>
  void pair_off(bool same_kind, Visit visit) {
    for (std::size_t i = 0; i < source_.size(); ++i) {
      for (std::size_t j = 0; j < target_.size() && !source_used_[i]; ++j) {
        if (target_used_[j] || !may_pair(source_[i], target_[j], same_kind)) continue;
        source_used_[i] = target_used_[j] = true;
        visit(&source_[i], &target_[j]);
      }
    }
  }
  template <class Visit>
  static void take_spares(const std::vector<Figure>& open, std::vector<bool>& used,
                          std::vector<Figure>& spares, Visit visit) {
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (auto spare = spares.begin(); spare != spares.end() && !used[i]; ++spare) {
        if (!may_pair(open[i], *spare, true) && !may_pair(open[i], *spare, false)) continue;
        used[i] = true;
        visit(open[i], *spare);
        spares.erase(spare);
        break;
      }
    }
  }
  static bool may_pair(const Figure& a, const Figure& b, bool same_kind) {
    if (a.kind == FigureKind::kDate && b.kind == FigureKind::kDate &&
        !comparable_dates(a.date, b.date))
      return false;
    if (same_kind && a.kind == b.kind && a.unit == b.unit) return true;
    const bool year = (is_year(a) && may_be_year(b)) || (is_year(b) && may_be_year(a)) ||
                      (has_year(a) && is_year_number(b)) || (has_year(b) && is_year_number(a));
    const bool price = (a.kind == FigureKind::kMoney && b.kind == FigureKind::kNumber) ||
                       (b.kind == FigureKind::kMoney && a.kind == FigureKind::kNumber);
    return !same_kind && (sort_of(a) == sort_of(b) || year || price);
  }

  bool words_;
  std::size_t shifted_ = 0;
  std::vector<Figure> source_;
  std::vector<Figure> target_;
  std::vector<Figure> spare_source_;
  std::vector<Figure> spare_target_;
  std::vector<bool> source_used_;
  std::vector<bool> target_used_;
};

/// Worth a finding though the other side has nothing to compare it with.
bool is_strong(const Figure& figure) {
  if (figure.kind == FigureKind::kMoney || figure.kind == FigureKind::kPercentage) return true;
  if (is_year(figure)) return true;
  return !figure.spelled && figure.kind == FigureKind::kNumber && figure.value.to_double() >= 10;
}

}  // namespace

BeadFigures read_bead_figures(const BeadPair& bead) {
  BeadFigures out;
  read_figures(bead.source.text, bead.source.language, out.source, {.doubtful = true});
  read_figures(bead.target.text, bead.target.language, out.target, {.doubtful = true});
  return out;
}

OpenFigures open_figures(const BeadFigures& figures) {
  OpenFigures out;
  for (const Figure& figure : figures.source) {
    if (!covered(figure, figures.target)) out.uncovered.source.push_back(figure);
  }
  std::vector<const Figure*> left;
  for (const Figure& figure : figures.target) {
    if (covered(figure, figures.source)) {
      left.push_back(&figure);
    } else {
      out.uncovered.target.push_back(figure);
    }
  }
  // One for one, in text order.
  for (const Figure& figure : figures.source) {
    const auto partner = std::find_if(left.begin(), left.end(),
                                      [&](const Figure* other) { return agree(figure, *other); });
    const bool is_covered = partner != left.end() || covered(figure, figures.target);
    const bool part = is_covered && has_open_part(figure, figures.target);
    if (partner != left.end()) {
      if (has_open_part(**partner, figures.source)) out.spare.target.push_back(**partner);
      left.erase(partner);
    } else if (is_covered) {
      out.spare.source.push_back(figure);
      continue;
    }
    if (part) out.spare.source.push_back(figure);
  }
  for (const Figure* figure : left)
    out.spare.target.push_back(*figure);
  return out;
}

void check_figures(const BeadPair& bead, const OpenFigures& open, const Neighbours& neighbours,
                   FigureCheckOptions options, std::vector<Finding>& out, std::size_t& shifted) {
  Comparison comparison(bead, open, neighbours);
  shifted += comparison.shifted();
  const auto source_place = [&](const Figure& figure) {
    return place_of(bead.source, figure.begin, figure.end);
  };
  const auto target_place = [&](const Figure& figure) {
    return place_of(bead.target, figure.begin, figure.end);
  };
  comparison.each([&](const Figure* source, const Figure* target) {
    if (source != nullptr && target != nullptr) {
      out.push_back({kind_of(*source, *target),
                     plain_text(*source) + " / " + plain_text(*target),
                     {source_place(*source), target_place(*target)}});
    } else if (const Figure* figure = source != nullptr ? source : target;
               options.missing && is_strong(*figure)) {
      const bool from_source = source != nullptr;
      out.push_back({kind_of(*figure, *figure),
                     from_source ? plain_text(*figure) + " / -" : "- / " + plain_text(*figure),
                     {from_source ? source_place(*figure) : target_place(*figure)}});
    }
  });
}

}  // namespace weft
