package vn.quyche.core.directory.internal.model;

/** A time of working at the school. */
public record EmployedTime(String id, String personId, Span span) {}
