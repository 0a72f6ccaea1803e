package vn.quyche.district.internal.job;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set in {@code etc/vn.quyche.district.cfg}. */
@ObjectClassDefinition(name = "Quyche: district")
public @interface CollectConfig {

    /** The name of the configuration. */
    String PID = "vn.quyche.district";

    @AttributeDefinition(
            name = "When the lists of all schools are collected, for example 02:00; empty for never by itself")
    String collect_at() default "02:00";

    @AttributeDefinition(name = "How long a school may take to accept a connection, in seconds")
    int connect_seconds() default 5;

    @AttributeDefinition(name = "How long a school may take for one page of its list, in seconds")
    int answer_seconds() default 20;

    @AttributeDefinition(name = "How many schools are asked at once")
    int at_once() default 4;

    @AttributeDefinition(
            name = "Where anyone reaches this installation, for QR codes, for example https://gddt.example")
    String public_address() default "";
}
