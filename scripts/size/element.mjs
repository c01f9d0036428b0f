export * from '@pixkit/element/auto'
