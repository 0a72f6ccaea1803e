package vn.quyche.signing.internal.engine;

/**
 * What is believed, with the loaded lists read; kept from one file to the next as long as the same is believed.
 *
 * @param trust what it was read from
 * @param known the lists as the engine asks for them
 * @param loaded the lists as our own rules ask for them
 */
record EngineKnowledge(EngineTrust trust, KnownLists known, LoadedLists loaded) {

    static EngineKnowledge of(EngineTrust trust) {
        return new EngineKnowledge(trust, new KnownLists(trust), new LoadedLists(trust));
    }
}
