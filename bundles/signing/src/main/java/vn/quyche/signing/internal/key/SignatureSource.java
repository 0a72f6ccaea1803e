package vn.quyche.signing.internal.key;

/** Something that holds private keys and opens with a PIN: a device, a file, a service. */
public interface SignatureSource {

    /** What it is called in messages to administrators. */
    String name();

    /**
     * Opens it; the PIN is not kept.
     *
     * @throws KeyTrouble when it is not there, is in use, or does not take the PIN
     */
    KeySession open(char[] pin) throws KeyTrouble;
}
