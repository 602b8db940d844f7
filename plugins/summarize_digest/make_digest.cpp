// SPDX-License-Identifier: Apache-2.0
/// The sections of a digest.
#include "make_digest.hpp"

#include <algorithm>
#include <map>

#include "date_line.hpp"
#include "figure_groups.hpp"
#include "voices.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

std::string mark_of(const StoryMember& member) {
  return "[" + std::to_string(member.number) + "]";
}

DigestLine line_of(const StoryMember& member, std::size_t sentence, std::string before) {
  const StorySentence& said = member.sentences[sentence];
  return {std::move(before),
          in_one_line(said.text),
          member.language,
          {place_of(*member.document, said.span)}};
}

/// The tag that most documents' texts are in, counting primary subtags; of that language's tags the
/// most frequent.
std::string common_language(const std::vector<const Document*>& members, const MemberNames& names) {
  std::map<std::string, std::size_t> tags;
  std::map<std::string, std::size_t> languages;
  for (const Document* member : members) {
    const Body body = find_body(*member, names.body, {});
    if (body.lang.empty()) continue;
    ++tags[body.lang];
    ++languages[body.language];
  }
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  if (languages.empty()) return "en";
  const std::string best = std::max_element(languages.begin(), languages.end(), fewer)->first;
  std::erase_if(tags,
                [&](const auto& tag) { return tag.first.substr(0, tag.first.find('-')) != best; });
  return std::max_element(tags.begin(), tags.end(), fewer)->first;
}

}  // namespace

DigestMaker::DigestMaker(const Lexicon* lexicon, const DigestSizes& sizes, std::string language)
    : terms_(lexicon), sizes_(sizes), language_(std::move(language)) {}

std::vector<StoryMember> DigestMaker::read(const std::vector<const Document*>& members,
                                           const std::vector<std::string>& copies,
                                           const std::string& language) {
  std::vector<StoryMember> out;
  std::map<std::string_view, std::size_t> numbers;
  for (std::size_t i = 0; i < members.size(); ++i)
    numbers.emplace(members[i]->id(), i + 1);
  for (std::size_t i = 0; i < members.size(); ++i) {
    StoryMember& member = out.emplace_back(describe_member(*members[i], names_));
    member.number = i + 1;
    const auto copied = numbers.find(copies[i]);
    if (copied != numbers.end()) member.copy_of = copied->second;
    if (member.copy_of == 0) read_sentences(member, names_, language, terms_);
  }
  weigh_sentences(out);
  return out;
}

/// The title whose words most documents share.
void DigestMaker::add_title(const std::vector<StoryMember>& members, DigestPage& page) {
  const StoryMember* best = nullptr;
  for (const StoryMember& member : members) {
    if (member.title.empty() || member.copy_of != 0) continue;
    if (best == nullptr || member.title_weight > best->title_weight) best = &member;
  }
  page.title(best == nullptr ? in_one_line(members.front().document->id()) : best->title);
}

void DigestMaker::add_documents(const std::vector<StoryMember>& members, const DigestWords& words,
                                DigestPage& page) {
  page.heading(words.documents);
  for (const StoryMember& member : members) {
    const std::string id = in_one_line(member.document->id());
    std::string text = mark_of(member) + " " + (member.title.empty() ? id : member.title);
    if (!member.who.empty()) text += " — " + member.who;
    if (!member.published.empty())
      text += (member.who.empty() ? " — " : ", ") + member.published.substr(0, 10);
    if (member.copy_of != 0)
      text += " — " + std::string(words.copy) + " [" + std::to_string(member.copy_of) + "]";
    if (!member.title.empty()) text += std::string(words.opening) + id + std::string(words.closing);
    page.item({std::move(text)});
  }
}

void DigestMaker::add_voices(const std::vector<StoryMember>& members, const DigestWords& words,
                             DigestPage& page) const {
  const std::vector<Voice> voices = find_voices(members, sizes_.voices);
  if (voices.empty()) return;
  page.heading(words.voices);
  for (const Voice& voice : voices) {
    const StoryMember& member = members[voice.member];
    std::string before = mark_of(member) + " ";
    const std::string& who = voice.speaker.empty() ? member.who : voice.speaker;
    if (!who.empty()) before += in_one_line(who) + ": ";
    std::string others;
    for (const auto& [other, sentence] : voice.also)
      others += (others.empty() ? "" : " ") + mark_of(members[other]);
    if (!others.empty())
      before = before.substr(0, before.find(' ')) + std::string(words.opening) +
               std::string(words.also) + " " + others + std::string(words.closing) +
               before.substr(before.find(' '));
    DigestLine line = line_of(member, voice.sentence, std::move(before));
    for (const auto& [other, sentence] : voice.also) {
      const StoryMember& second = members[other];
      line.evidence.push_back(place_of(*second.document, second.sentences[sentence].span));
    }
    line.speaker = in_one_line(voice.speaker);
    page.item(line);
  }
}

void DigestMaker::add_figures(const std::vector<StoryMember>& members, const DigestWords& words,
                              DigestPage& page) {
  const auto groups = group_figures(members, terms_, sizes_.figures);
  if (groups.empty()) return;
  page.heading(words.figures);
  std::uint32_t row = 1;
  std::uint32_t column = 0;
  for (const std::string_view head :
       {words.what, words.figure, words.verdict, words.source, words.sentence})
    page.cell(row, ++column, {std::string(head)});
  for (const FigureGroup& group : groups) {
    for (const FigureMention& mention : group.mentions) {
      const StoryMember& member = members[mention.member];
      const std::string_view text = member.sentences[mention.sentence].text;
      const Figure& figure = mention.figure;
      const DigestLine sentence = line_of(member, mention.sentence, {});
      DigestLine value{in_one_line(text.substr(figure.begin, figure.end - figure.begin))};
      value.evidence = sentence.evidence;
      ++row;
      page.cell(row, 1, {group.what});
      page.cell(row, 2, value);
      page.cell(row, 3, {std::string(group.agrees ? words.agree : words.differ)});
      page.cell(row, 4, {mark_of(member)});
      page.cell(row, 5, sentence);
    }
  }
}

void DigestMaker::add_dates(const std::vector<StoryMember>& members, const DigestWords& words,
                            DigestPage& page) const {
  const auto dates = find_dates(members, sizes_.dates);
  if (dates.empty()) return;
  page.heading(words.dates);
  for (const DatedSentence& dated : dates) {
    const StoryMember& member = members[dated.member];
    page.item(line_of(member, dated.sentence, dated.date + " " + mark_of(member) + " "));
  }
}

void DigestMaker::make(const std::vector<const Document*>& members,
                       const std::vector<std::string>& copies, Document& made) {
  const std::string tag = language_.empty() ? common_language(members, names_) : language_;
  const DigestWords& words = digest_words(tag);
  const std::vector<StoryMember> read_members = read(members, copies, tag.substr(0, tag.find('-')));
  DigestPage page;
  add_title(read_members, page);
  add_documents(read_members, words, page);
  made.context().check_cancelled();
  add_voices(read_members, words, page);
  add_figures(read_members, words, page);
  add_dates(read_members, words, page);
  page.write(made, page_names_, tag);
  made.set({}, language_key_, tag);
  for (const Document* member : members)
    made.add({}, digest_of_, member->id());
}

}  // namespace weft
