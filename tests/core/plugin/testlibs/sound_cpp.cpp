// SPDX-License-Identifier: Apache-2.0
/// A sound library written with the C++ layer.
#include <weft/plugin.hpp>

namespace {

class Sound final : public weft::Transform {
 public:
  explicit Sound(const weft::Options&) {}
  void process(weft::Document&) override {}
};

}  // namespace

WEFT_PLUGIN(Sound, .id = "transform_sound_cpp", .version = "2.0.1", .doc = "Does nothing well.",
            .params = {{.name = "depth",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "3",
                        .doc = "How deep.",
                        .min = "1",
                        .max = "9"}},
            .gives = {"sentence"})
