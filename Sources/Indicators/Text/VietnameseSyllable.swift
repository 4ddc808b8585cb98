/// Whether a written word can be a Vietnamese syllable: onset, rime, and a tone that its coda allows.
///
/// The inventory is that of the standard orthography (quốc ngữ); see L. C. Thompson, A Vietnamese
/// Reference Grammar (1987), ch. 2. Names of ethnic minorities (Đăk, Krông) need not pass: this is
/// evidence about a whole column, never a verdict on a word.
enum VietnameseSyllable {
  private static let onsets: [String] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
  ]

  private static let rimes: Set<String> = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in
    inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe
    oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng
    uât uây uc uê uêch uênh ui um un ung uô uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt
    uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Whether `word`, in any case and Unicode form, can be a syllable.
  static func isPlausible(_ word: some StringProtocol) -> Bool {
    var bare = ""
    var tone = VietnameseLetter.Tone.level
    for character in word {
      guard let letter = VietnameseLetter(character), !"fjwz".contains(letter.base) else {
        return false
      }
      if letter.tone != .level {
        guard tone == .level else { return false }
        tone = letter.tone
      }
      guard let plain = letter.withoutTone.lowercased.character else { return false }
      bare.append(plain)
    }
    return onsets.contains { onset in
      guard bare.hasPrefix(onset) else { return false }
      let rime = String(bare.dropFirst(onset.count))
      let whole = onset == "gi" && (rime.isEmpty || !rimes.contains(rime)) ? "i" + rime : rime
      guard rimes.contains(whole) else { return false }
      let stopped =
        whole.hasSuffix("c") || whole.hasSuffix("ch") || whole.hasSuffix("p")
        || whole.hasSuffix("t")
      return !stopped || tone == .acute || tone == .dot
    }
  }
}
