package vn.quyche.core.document.internal.search;

import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words for the index: each without diacritics, and at the same place with them when it has some. */
final class WordStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Words words;
    private final Iterator<String> left;
    private String accented = "";

    WordStream(Words words, String text) {
        this.words = words;
        this.left = Words.of(text).iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!accented.isEmpty()) {
            term.append(accented);
            step.setPositionIncrement(0);
            accented = "";
            return true;
        }
        if (!left.hasNext()) {
            return false;
        }
        String word = left.next();
        String bare = words.fold(word);
        term.append(bare);
        accented = bare.equals(word) ? "" : word;
        return true;
    }
}
