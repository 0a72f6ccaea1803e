package vn.quyche.core.screening.internal.service;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.screening.internal.service.ScreeningCondition.Condition;

/** Says when files pass unscanned, wait, or when a word list cannot be read. Apart from screening, which needs no texts. */
@Component
public final class ScreeningHealth implements HealthCheck {

    private static final Locale LOCALE = Locale.forLanguageTag("vi");

    private final ScreeningCondition screening;
    private final Messages messages;

    @Activate
    public ScreeningHealth(@Reference ScreeningCondition screening, @Reference Messages messages) {
        this.screening = screening;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "screening.files";
    }

    @Override
    public Result check() {
        Condition condition = screening.condition();
        return new Result(
                condition.status(), messages.text(LOCALE, "screening.health." + condition.what(), condition.detail()));
    }
}
