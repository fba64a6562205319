#ifndef C_FUZZING_H
#define C_FUZZING_H

#include <stddef.h>
#include <stdint.h>

typedef int (*fuzz_target)(const uint8_t *bytes, size_t count);

// libFuzzer's main function with a target that was chosen when the program ran: https://llvm.org/docs/LibFuzzer.html
int LLVMFuzzerRunDriver(int *argc, char ***argv, fuzz_target target);

// Folding, the tokenizer and finding words with it.
int fuzz_words(const uint8_t *bytes, size_t count);

#endif
