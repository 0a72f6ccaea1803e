package vn.quyche.agent;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the agent, Vietnamese unless English is asked for. */
final class Words {

    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "vn.quyche.agent.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(args);
    }
}
