package vn.quyche.group.internal.service;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Line;

/** Says in words what stands in a report, for pages, files and paper. */
@Component(service = InspectionWords.class)
public final class InspectionWords {

    private final Messages messages;
    private final Regulations regulations;

    @Activate
    public InspectionWords(@Reference Messages messages, @Reference Regulations regulations) {
        this.messages = messages;
        this.regulations = regulations;
    }

    /** What a figure counts. */
    public String figure(Figure figure, Locale locale) {
        return messages.text(locale, "group.figure." + figure);
    }

    /** What a section holds. */
    public String section(Line.Section section, Locale locale) {
        return messages.text(locale, "group.section." + section);
    }

    /** What a finding is about. */
    public String kind(Finding.Kind kind, Locale locale) {
        return messages.text(locale, "group.finding-kind." + kind);
    }

    /** Whom or what a line is about. */
    public String subject(Line line, Locale locale) {
        return switch (line.section()) {
            case VIOLATION ->
                regulations.clause(line.title()).map(Clause::citation).orElse(line.title());
            case VACANCY -> messages.text(locale, "group.role." + line.word()) + vacant(line, locale);
            case DIFFERENCE, CHANGE, DIRECTIVE, PERSON, PIN -> line.title();
        };
    }

    /** What a line says about it. */
    public String result(Line line, Locale locale) {
        return switch (line.section()) {
            case DIRECTIVE ->
                messages.text(locale, "group.line.directive", line.otherAmount(), line.amount())
                        + (line.word().equals("ISSUED")
                                ? ""
                                : "; " + messages.text(locale, "group.directive-state." + line.word()));
            case PERSON -> messages.text(locale, "group.line.person", line.amount(), line.otherAmount());
            case VACANCY ->
                messages.text(
                        locale,
                        line.otherAmount() > 0 ? "group.line.vacant-still" : "group.line.vacant",
                        line.amount());
            case VIOLATION ->
                messages.text(
                        locale,
                        Stream.of("OPEN", "FOUND", "UNFOUNDED").anyMatch(line.word()::equals)
                                ? "group.case-state." + line.word()
                                : "group.outcome." + line.word());
            case DIFFERENCE, CHANGE, PIN -> messages.text(locale, "group.line." + line.word());
        };
    }

    /** The post that nobody held, with its unit, or the person who is gone; nothing when nobody was ever named. */
    private String vacant(Line line, Locale locale) {
        String post = line.subjectId().isEmpty() ? "" : messages.text(locale, "post." + line.subjectId());
        String named =
                Stream.of(post, line.title()).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : " (" + named + ")";
    }
}
