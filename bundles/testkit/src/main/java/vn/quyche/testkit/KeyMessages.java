package vn.quyche.testkit;

import java.util.Arrays;
import java.util.Locale;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.ui.Messages;

/** Texts that show their keys, so that tests do not depend on words. */
public final class KeyMessages implements Messages {

    @Override
    public String text(Locale locale, String key, Object... args) {
        return args.length == 0 ? key : key + Arrays.toString(args);
    }

    @Override
    public String text(Locale locale, QuycheException error) {
        return error.code();
    }

    @Override
    public String next(Locale locale, QuycheException error) {
        return error.code() + ".next";
    }
}
