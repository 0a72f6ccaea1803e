package vn.quyche.group.api;

import java.time.LocalDate;

/**
 * That a directive brings the documents of a meeting or a study session, in place of paper or before it. Clause BC.5.4.
 *
 * @param kind what they are for
 * @param meeting the meeting or session, one line, 1 to 200 characters
 * @param heldOn its day
 * @param place where it is held, one line, 1 to 200 characters
 * @param paper what they are to the same documents on paper
 */
public record MeetingDocument(DocumentKind kind, String meeting, LocalDate heldOn, String place, PaperUse paper) {}
